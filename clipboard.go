package main

// clipboardCommand returns the command line that puts its input on the
// clipboard of this machine, nil where there is none that the user sits
// at: over ssh that is another machine's. What the machine is like is told by
// system (a GOOS), by its environment and by whether it has a program.
func clipboardCommand(system string, environment func(string) string, has func(program string) bool) []string {
	set := func(name string) bool { return environment(name) != "" }
	if set("SSH_CONNECTION") || set("SSH_TTY") || set("SSH_CLIENT") {
		return nil
	}
	for _, c := range []struct {
		here    bool
		command []string
	}{
		{system == "darwin", []string{"pbcopy"}},
		{system == "windows" || set("WSL_DISTRO_NAME"), []string{"clip.exe"}},
		{set("WAYLAND_DISPLAY"), []string{"wl-copy"}},
		{set("DISPLAY"), []string{"xclip", "-selection", "clipboard"}},
		{set("DISPLAY"), []string{"xsel", "--clipboard", "--input"}},
	} {
		if c.here && has(c.command[0]) {
			return c.command
		}
	}
	return nil
}
