package view

// themes are those that are built in, in the order in which they are told of.
var themes = [...]struct {
	name string
	make func() Theme
}{
	{"auto", func() Theme { return darkTheme().facing("auto", lightTheme()) }},
	{"dark", darkTheme},
	{"light", lightTheme},
	{"high-contrast", func() Theme { return starkTheme().facing("high-contrast", starkLightTheme()) }},
	{"colour-blind", func() Theme { return blindTheme().facing("colour-blind", blindLightTheme()) }},
	{"mono", monoTheme},
}

// monoTheme has no colours at all.
func monoTheme() Theme {
	t := Theme{Name: "mono", Foreground: rgb(0x1c1c1c), Background: rgb(0xffffff)}
	for r := range t.styles {
		t.styles[r].attr = attributes[r]
	}
	return t.prepared(NoColors)
}

// palette is the colours of a theme. The tints lie behind what is gone, new or
// cut: faint enough to read through, and enough to find a single word by.
type palette struct {
	text, ground                                                                          int
	deleted, inserted, moved, cut, noise, shared, quiet, heading, chrome, accent, problem int
	found, here                                                                           int
	heat                                                                                  [4]int
	behindDeleted, behindInserted, behindCut                                              int
}

// basics are chosen rather than computed: the nearest of 16 colours is often
// one that its terminal makes too dark to read. What steps back has none, and
// is faint instead.
type basics [numRoles]uint8

var onDark = basics{
	Deleted: 33, Inserted: 96, Moved: 95, Cut: 93, Noise: 37, Shared: 92, Gutter: 93, Accent: 36, Problem: 91,
	Heat3: 92, Heat4: 92, Found: 33, Here: 93,
}

var onLight = basics{
	Deleted: 31, Inserted: 34, Moved: 35, Cut: 31, Shared: 32, Gutter: 31, Accent: 36, Problem: 31,
	Heat3: 32, Heat4: 32, Found: 32, Here: 30,
}

// darkTheme is made for light text on a dark background. What is gone is
// orange, what is new is blue: a pair that most colour-blind readers tell apart.
func darkTheme() Theme {
	return coloured("dark", palette{
		text: 0xd8d6d0, ground: 0x15171c,
		deleted: 0xf2a65a, inserted: 0x6fb7ff, moved: 0xc9a9f5, cut: 0xffd166, noise: 0xa3a69c, shared: 0x8fd3b0,
		quiet: 0x8f959e, heading: 0xf4f1ea, chrome: 0x868c96, accent: 0x7fd1d8, problem: 0xff8f84,
		found: 0x9aa86a, here: 0xf2ff8f,
		heat:          [4]int{0x8f959e, 0x9fb7a8, 0x8fd3b0, 0x8fd3b0},
		behindDeleted: 0x33261a, behindInserted: 0x172a40, behindCut: 0x332c15,
	}, onDark)
}

// lightTheme is made for dark text on a light background.
func lightTheme() Theme {
	return coloured("light", palette{
		text: 0x2a2c30, ground: 0xfcfbf8,
		deleted: 0xa34a00, inserted: 0x0a58b0, moved: 0x7338a8, cut: 0x7d5a00, noise: 0x63665c, shared: 0x17683f,
		quiet: 0x666b73, heading: 0x0e0f11, chrome: 0x666b73, accent: 0x00636b, problem: 0xb3261e,
		found: 0x6a7330, here: 0x3b4200,
		heat:          [4]int{0x666b73, 0x3f6b55, 0x17683f, 0x17683f},
		behindDeleted: 0xfbeadb, behindInserted: 0xe2edfa, behindCut: 0xf8efd0,
	}, onLight)
}

// starkTheme keeps every text at a contrast of 7 to 1 or more on a dark
// background, what steps back included.
func starkTheme() Theme {
	return coloured("high-contrast", palette{
		text: 0xffffff, ground: 0x000000,
		deleted: 0xffb454, inserted: 0x8ccbff, moved: 0xe0c2ff, cut: 0xffe45c, noise: 0xd0d0d0, shared: 0x86f5b4,
		quiet: 0xbababa, heading: 0xffffff, chrome: 0xbababa, accent: 0x6ef0ff, problem: 0xffa59c,
		found: 0xbccb6a, here: 0xffff70,
		heat:          [4]int{0xbababa, 0xc4e6d2, 0x86f5b4, 0x86f5b4},
		behindDeleted: 0x2e1d00, behindInserted: 0x002440, behindCut: 0x2e2700,
	}, onDark)
}

func starkLightTheme() Theme {
	return coloured("high-contrast", palette{
		text: 0x000000, ground: 0xffffff,
		deleted: 0x7a3100, inserted: 0x003f8c, moved: 0x551a8b, cut: 0x574000, noise: 0x404040, shared: 0x004d26,
		quiet: 0x484848, heading: 0x000000, chrome: 0x484848, accent: 0x004a52, problem: 0x8f0f0a,
		found: 0x4a5210, here: 0x2c3200,
		heat:          [4]int{0x484848, 0x2c4f3d, 0x004d26, 0x004d26},
		behindDeleted: 0xffe9d6, behindInserted: 0xdcebff, behindCut: 0xfff2c2,
	}, onLight)
}

// blindTheme uses what readers see who cannot tell red from green: blue against
// yellow, and light against dark. What is new is much lighter than what is gone.
func blindTheme() Theme {
	return coloured("colour-blind", palette{
		text: 0xd8d6d0, ground: 0x15171c,
		deleted: 0xd9822b, inserted: 0xa8dcff, moved: 0x8f9cff, cut: 0xffe14d, noise: 0xa3a69c, shared: 0xa8dcff,
		quiet: 0x8f959e, heading: 0xf4f1ea, chrome: 0x868c96, accent: 0x8fd0e8, problem: 0xffb27a,
		found: 0x9aa0a8, here: 0xfff3a0,
		heat:          [4]int{0x8f959e, 0x9fb4c4, 0xa8dcff, 0xa8dcff},
		behindDeleted: 0x2b1d0c, behindInserted: 0x1b3145, behindCut: 0x332c15,
	}, onDark)
}

func blindLightTheme() Theme {
	return coloured("colour-blind", palette{
		text: 0x2a2c30, ground: 0xfcfbf8,
		deleted: 0xa85400, inserted: 0x003a80, moved: 0x5a63d0, cut: 0x3a2f00, noise: 0x63665c, shared: 0x003a80,
		quiet: 0x666b73, heading: 0x0e0f11, chrome: 0x666b73, accent: 0x005a80, problem: 0x8a3d00,
		found: 0x5f6670, here: 0x2b3038,
		heat:          [4]int{0x666b73, 0x3f5a73, 0x003a80, 0x003a80},
		behindDeleted: 0xfdf0e0, behindInserted: 0xdbe8f8, behindCut: 0xf8efd0,
	}, onLight)
}

func coloured(name string, p palette, b basics) Theme {
	t := Theme{Name: name, Foreground: rgb(p.text), Background: rgb(p.ground)}
	colours := map[Role]int{
		Deleted: p.deleted, Inserted: p.inserted, Moved: p.moved, Cut: p.cut, Noise: p.noise, Shared: p.shared,
		Quiet: p.quiet, Furniture: p.quiet, Heading: p.heading, Gutter: p.cut, Chrome: p.chrome, Strong: p.heading,
		Accent: p.accent, Problem: p.problem, Ruler: p.chrome,
		Found: p.found, Here: p.here,
		Heat1: p.heat[0], Heat2: p.heat[1], Heat3: p.heat[2], Heat4: p.heat[3],
	}
	for r := range t.styles {
		s := &t.styles[r]
		s.attr, s.fg.basic = attributes[r], b[r]
		if c, ok := colours[Role(r)]; ok {
			s.fg.rgb = rgb(c)
			// A colour that steps back does so by itself; faint on top of it
			// would be too weak to read.
			s.attr &^= faint
		}
	}
	for r, tint := range map[Role]int{Deleted: p.behindDeleted, Inserted: p.behindInserted, Cut: p.behindCut} {
		t.styles[r].bg.rgb = rgb(tint)
	}
	return t.prepared(TrueColor)
}
