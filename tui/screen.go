package tui

import (
	"bytes"
	"os"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"

	"variorum/tui/view"
)

// screen writes frames to the terminal. Bubble Tea's own renderer looks for a
// new frame so many times a second: a key waits for the next look, and a reader
// that is left alone keeps the processor awake. This one is woken by the frame.
// Of frames that follow one another faster than the terminal takes them only
// the last is written.
type screen struct {
	console uv.Console
	next    atomic.Pointer[showing] // to be written; nil for none
	wake    chan struct{}           // there is a next

	mu       sync.Mutex // of what follows, and of writing
	shown    *showing   // what the terminal shows; nil while it is not the reader's
	closed   bool
	renderer *uv.TerminalRenderer
	output   bytes.Buffer // of the renderer
	cells    uv.ScreenBuffer
	looks    map[string]uv.Style

	method ansi.Method // by which the terminal takes widths
	whole  bool        // the terminal can be told which output belongs together
	stale  bool        // what the terminal shows is not known
}

// showing is what is to be on a screen.
type showing struct {
	frame   *view.Frame
	theme   *view.Theme
	profile colorprofile.Profile
	mouse   bool // the reader is told of it
}

// newScreen takes the terminal over, so that keys are read as they are pressed,
// but leaves what it shows alone until there is a frame. Close gives it back.
func newScreen(in, out uv.File) (*screen, error) {
	s := &screen{console: uv.NewConsole(in, out, nil), wake: make(chan struct{}, 1), looks: map[string]uv.Style{}}
	if _, err := s.console.MakeRaw(); err != nil {
		return nil, err
	}
	go func() {
		for range s.wake {
			s.write()
		}
	}()
	return s, nil
}

// size returns how large the terminal is, in cells.
func (s *screen) size() (w, h int, err error) { return s.console.GetSize() }

// show puts a frame on the screen, as soon as the terminal takes it.
func (s *screen) show(next showing) {
	s.next.Store(&next)
	s.rouse()
}

func (s *screen) rouse() {
	select {
	case s.wake <- struct{}{}:
	default:
	}
}

// say sends the terminal a sequence that changes nothing on the screen.
// While the terminal is not the reader's it hears nothing.
func (s *screen) say(sequence string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.closed {
		s.send(sequence)
	}
}

// send writes to the terminal. There is nobody to be told that it is gone: its
// hangup ends the reader.
func (s *screen) send(sequence string) {
	if sequence != "" {
		_, _ = s.console.Write([]byte(sequence))
	}
}

// ask asks the terminal for its background and for what it can do, and then for
// what every terminal answers: when that answer is there, the others are, or
// never will be.
func (s *screen) ask() {
	modes := ansi.RequestModeSynchronizedOutput + ansi.RequestModeUnicodeCore
	if os.Getenv("TERM_PROGRAM") == "Apple_Terminal" {
		modes = "" // it writes the question on the screen
	}
	s.say(ansi.RequestBackgroundColor + modes + ansi.RequestPrimaryDeviceAttributes)
}

// learn takes in what the terminal says about itself. Other messages do not wait
// for a terminal that is slow to take a frame.
func (s *screen) learn(msg tea.Msg) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		s.mu.Lock()
		defer s.mu.Unlock()
		s.stale = true
	case tea.ModeReportMsg:
		s.mu.Lock()
		defer s.mu.Unlock()
		switch {
		case msg.Mode == ansi.ModeSynchronizedOutput:
			s.whole = msg.Value.IsReset()
		case takesClusters(msg):
			s.method, s.stale = ansi.GraphemeWidth, true
			s.send(ansi.SetModeUnicodeCore)
		}
	}
}

// takesClusters reports whether the terminal says that it can take the width of
// a grapheme cluster as one.
func takesClusters(msg tea.ModeReportMsg) bool {
	return msg.Mode == ansi.ModeUnicodeCore && !msg.Value.IsNotRecognized() && !msg.Value.IsPermanentlyReset()
}

// release gives the terminal back as it was found; resume takes it again.
func (s *screen) release() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.shown != nil {
		s.renderer.MoveTo(0, s.shown.frame.Height-1)
		_ = s.renderer.Flush()
		s.send(s.output.String() + leaving)
		s.output.Reset()
		s.next.CompareAndSwap(nil, s.shown)
		s.shown = nil
	}
	if s.method == ansi.GraphemeWidth {
		s.send(ansi.ResetModeUnicodeCore)
	}
	_ = s.console.Restore()
	s.closed = true
}

// away reports whether the terminal is somebody else's.
func (s *screen) away() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.closed
}

func (s *screen) resume() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, err := s.console.MakeRaw(); err != nil {
		return err
	}
	s.closed = false
	if s.method == ansi.GraphemeWidth {
		s.send(ansi.SetModeUnicodeCore)
	}
	s.rouse()
	return nil
}

// close gives the terminal back for good.
func (s *screen) close() {
	s.release()
	close(s.wake)
}

// What the reader asks of a terminal while it has it, and takes back: a screen
// of its own, no cursor, pasted text told from keys, and keys with their
// modifiers.
const (
	entering = ansi.SetModeAltScreenSaveCursor + ansi.ResetModeTextCursorEnable + ansi.SetModeBracketedPaste +
		ansi.SetModifyOtherKeys2 + pushKitty
	leaving = stopMouse + ansi.ResetModifyOtherKeys + popKitty + ansi.ResetModeBracketedPaste +
		ansi.ResetModeAltScreenSaveCursor + ansi.SetModeTextCursorEnable

	pushKitty = "\x1b[>1u" // keys are told apart that otherwise send the same
	popKitty  = "\x1b[<1u"

	startMouse = ansi.SetModeMouseButtonEvent + ansi.SetModeMouseExtSgr
	stopMouse  = ansi.ResetModeMouseButtonEvent + ansi.ResetModeMouseExtSgr
)

// write writes the next frame, if there is one.
func (s *screen) write() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return
	}
	next := s.next.Swap(nil)
	if next == nil {
		return
	}
	var out strings.Builder
	if s.shown == nil {
		out.WriteString(entering)
	}
	switch mouse := s.shown != nil && s.shown.mouse; {
	case next.mouse && !mouse:
		out.WriteString(startMouse)
	case mouse && !next.mouse:
		out.WriteString(stopMouse)
	}
	s.render(next)
	if s.output.Len() > 0 {
		if s.whole {
			out.WriteString(ansi.SetModeSynchronizedOutput)
		}
		out.Write(s.output.Bytes())
		if s.whole {
			out.WriteString(ansi.ResetModeSynchronizedOutput)
		}
		s.output.Reset()
	}
	s.shown = next
	s.send(out.String())
}

// render makes what turns the frame that is shown into the next.
func (s *screen) render(next *showing) {
	f, before := next.frame, s.shown
	if before == nil || s.stale || before.frame.Width != f.Width || before.frame.Height != f.Height {
		s.begin(f.Width, f.Height)
		before = nil
	}
	s.renderer.SetColorProfile(next.profile)
	if before != nil && before.theme != next.theme {
		before = nil
	}
	for y := range f.Height {
		if before != nil && f.SameRow(y, before.frame) {
			s.cells.TouchLine(0, y, f.Width) // it may have to be written again once others are scrolled
			continue
		}
		s.cells.ClearArea(uv.Rect(0, y, f.Width, 1))
		for x, c := range f.Row(y, next.theme) {
			s.cells.SetCell(x, y, &uv.Cell{Content: c.Text, Width: c.Width, Style: s.style(c.Look)})
		}
	}
	s.renderer.Render(s.cells.RenderBuffer)
	_ = s.renderer.Flush() // to memory
}

// begin makes ready for a screen of w by h cells of which nothing is known.
func (s *screen) begin(w, h int) {
	s.stale = false
	s.renderer = uv.NewTerminalRenderer(&s.output, os.Environ())
	s.renderer.SetFullscreen(true)
	s.renderer.SetRelativeCursor(false)
	s.renderer.SetTabStops(-1)
	s.renderer.SetScrollOptim(runtime.GOOS != "windows")
	s.renderer.SetWidthMethod(s.method)
	s.renderer.Resize(w, h)
	s.renderer.Erase()
	s.cells = uv.NewScreenBuffer(w, h)
	s.cells.Method = s.method
}

// style returns what the escape sequence of a look sets.
func (s *screen) style(look string) uv.Style {
	if look == "" {
		return uv.Style{}
	}
	style, known := s.looks[look]
	if !known {
		sample := uv.NewScreenBuffer(1, 1)
		uv.NewStyledString(look+"x").Draw(sample, sample.Bounds())
		style = sample.CellAt(0, 0).Style
		s.looks[look] = style
	}
	return style
}
