// Made by scripts/data/oh-my-zsh-themes.mjs from oh-my-zsh 830a5bcfd29f.

/**
 * The themes that oh-my-zsh brings: the default and nine more that are well known, then the others
 * sorted.
 *
 * Two are left out. `random` is another one of them each time a shell starts. `emotty` prints an
 * error and leaves the prompt empty unless two plugins are on, and then draws another emoji for
 * each terminal.
 *
 * Source: ohmyzsh/ohmyzsh at 830a5bcfd29f, 141 themes.
 */
export const ohMyZshThemes: readonly string[] = `
robbyrussell agnoster bira ys af-magic avit gnzh fino half-life jonathan 3den Soliah adben afowler
alanpeabody amuse apple arrow aussiegeek awesomepanda blinks bureau candy candy-kingdom clean
cloud crcandy crunch cypher dallas darkblood daveverwer dieter dogenpunk dpoggi dst dstufft
duellj eastwood edvardm essembeh evan fino-time fishy flazz fletcherm fox frisk frontcube funky
fwalch gallifrey gallois garyblessington gentoo geoffgarside gianu gozilla humza imajes intheloop
itchy jaischeema jbergantine jispwoso jnrowe josh jreese jtriley juanghurtado junkfood kafeitu
kardan kennethreitz kiwi kolo kphoen lambda linuxonly lukerandall macovsky macovsky-ruby maran
mgutz mh michelebologna mikeh miloshadzic minimal mira mlh mortalscumbag mrtazz murilasso muse
nanotech nebirhos nicoulaj norm obraun oldgallois peepcode philips pmcgee pygmalion
pygmalion-virtualenv re5et refined rgm risto rixius rkj rkj-repos sammy simonoff simple skaro smt
sonicradish sorin sporty_256 steeef strug sunaku sunrise superjarin suvash takashiyoshida
terminalparty theunraveler tjkirch tjkirch_mod tonotdo trapd00r wedisagree wezm wezm+ wuffers
xiong-chiamiov xiong-chiamiov-plus zhann
`
  .trim()
  .split(/\s+/);

/**
 * Those that draw with Powerline's code points (U+E0A0 and on), for which a font is needed that has
 * them. Not `apple`: its one private code point is Apple's logo, which is in Apple's fonts only.
 */
export const ohMyZshThemesWithPowerlineGlyphs: readonly string[] = ['agnoster', 'amuse'];
