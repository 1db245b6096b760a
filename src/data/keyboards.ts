// Made by scripts/data/keyboards.mjs from xkeyboard-config 2.48.

/** A layout of XKB, for `services.xserver.xkb.layout` and `variant`. */
interface KeyboardLayout {
  /** As XKB writes it: `de`. */
  readonly layout: string;
  /** As XKB writes them, sorted: `nodeadkeys`. None is needed. */
  readonly variants: readonly string[];
}

const base = `
af
 fa-olpc ps ps-olpc uz uz-olpc
al
 plisi veqilharxhi
am
 eastern eastern-alt phonetic phonetic-alt western
ara
 azerty azerty_digits buckwalter digits mac mac-phonetic olpc
at
 mac nodeadkeys
au
az
 cyrillic
ba
 alternatequotes unicode unicodeus us
bd
 probhat
be
 iso-alternate nodeadkeys oss oss_latin9 wang
bg
 bas_phonetic bekl phonetic
br
 dvorak nativo nativo-epo nativo-us nodeadkeys rus thinkpad
brai
 left_hand left_hand_invert right_hand right_hand_invert
bt
bw
by
 intl latin legacy phonetic ru
ca
 eng fr-dvorak fr-legacy ike multix
cd
ch
 de_mac de_nodeadkeys fr fr_mac fr_nodeadkeys legacy
cm
 azerty dvorak french mmuock qwerty
cn
 altgr-pinyin mon_manchu_galik mon_todo_galik mon_trad mon_trad_galik mon_trad_manchu
 mon_trad_todo mon_trad_xibe tib tib_asciinum ug
cz
 bksl dvorak-ucw qwerty qwerty-mac qwerty_bksl rus ucw winkeys winkeys-qwerty
de
 T3 deadacute deadgraveacute deadtilde dsb dsb_qwertz dvorak e1 e2 mac mac_nodeadkeys neo
 nodeadkeys qwerty ro ro_nodeadkeys ru tr us
dk
 dvorak mac mac_nodeadkeys nodeadkeys winkeys
dz
 ar azerty-deadkeys ber qwerty-gb-deadkeys qwerty-us-deadkeys
ee
 dvorak nodeadkeys us
eg
epo
 legacy
es
 ast cat deadtilde dvorak nodeadkeys winkeys
et
fi
 classic mac nodeadkeys smi winkeys
fo
 nodeadkeys
fr
 afnor azerty bepo bepo_afnor bepo_latin9 bre dvorak ergol ergol_iso geo latin9 latin9_nodeadkeys
 mac nodeadkeys oci oss oss_latin9 oss_nodeadkeys us
gb
 colemak colemak_dh dvorak dvorakukp extd gla intl mac mac_intl pl
ge
 ergonomic mess os ru
gh
 akan avn ewe fula ga generic gillbt hausa
gn
gr
 nodeadkeys polytonic simple
hr
 alternatequotes unicode unicodeus us
hu
 101_qwerty_comma_dead 101_qwerty_comma_nodead 101_qwerty_dot_dead 101_qwerty_dot_nodead
 101_qwertz_comma_dead 101_qwertz_comma_nodead 101_qwertz_dot_dead 101_qwertz_dot_nodead
 102_qwerty_comma_dead 102_qwerty_comma_nodead 102_qwerty_dot_dead 102_qwerty_dot_nodead
 102_qwertz_comma_dead 102_qwertz_comma_nodead 102_qwertz_dot_dead 102_qwertz_dot_nodead
 nodeadkeys qwerty standard
id
 javanese melayu-phonetic melayu-phoneticx pegon-phonetic
ie
 CloGaelach UnicodeExpert ogam ogam_is434
il
 biblical lyx phonetic si2
in
 asm-kagapa ben ben-kagapa ben_baishakhi ben_bornona ben_gitanjali ben_inscript ben_probhat
 bolnagri eng guj guj-kagapa guru hin-kagapa hin-wx iipa jhelum kan kan-kagapa mal mal_enhanced
 mal_lalitha mal_poorna mar-kagapa mara marathi mni ori ori-bolnagri ori-wx san-kagapa sat tam
 tam_tamilnumbers tamilnet tamilnet_TAB tamilnet_TSCII tamilnet_tamilnumbers tel tel-kagapa
 tel-sarala urd-phonetic urd-phonetic3 urd-winkeys
iq
 ku ku_alt ku_ara ku_f
ir
 azb ku ku_alt ku_ara ku_f pes_keypad winkeys
is
 dvorak mac mac_legacy
it
 fur geo ibm mac nodeadkeys scn us winkeys
jp
 OADG109A dvorak kana mac
ke
 kik
kg
 phonetic
kh
kr
 kr104
kz
 ext kazrus latin ruskaz
la
 stea
latam
 colemak deadtilde dvorak nodeadkeys
lk
 tam_TAB tam_unicode us
lt
 ibm lekp lekpa ratise sgs std us
lv
 adapted apostrophe ergonomic fkey modern modern-cyr tilde
ma
 french rif tifinagh tifinagh-alt tifinagh-alt-phonetic tifinagh-extended
 tifinagh-extended-phonetic tifinagh-phonetic
md
 gag
me
 cyrillic cyrillicalternatequotes cyrillicyz latinalternatequotes latinunicode latinunicodeyz
 latinyz
mk
 nodeadkeys
ml
 fr-oss us-intl us-mac
mm
 mara mnw mnw-a1 shn zawgyi zgt
mn
mt
 alt-gb alt-us us
mv
my
 phonetic
ng
 hausa igbo yoruba
nl
 mac std us
no
 colemak colemak_dh colemak_dh_wide dvorak mac mac_nodeadkeys nodeadkeys smi smi_nodeadkeys
 winkeys
np
nz
 mao
ph
 capewell-dvorak capewell-dvorak-bay capewell-qwerf2k6 capewell-qwerf2k6-bay colemak colemak-bay
 dvorak dvorak-bay qwerty-bay
pk
 ara pak_urdu_phonetic snd urd-crulp urd-nla
pl
 csb dvorak dvorak_altquotes dvorak_quotes dvp legacy qwertz ru_phonetic_dvorak szl
pt
 mac mac_nodeadkeys nativo nativo-epo nativo-us nodeadkeys
ro
 std winkeys
rs
 alternatequotes latin latinalternatequotes latinunicode latinunicodeyz latinyz rue yz
ru
 ab bak chm cv cv_latin dos kom legacy mac os_legacy os_winkeys phonetic phonetic_YAZHERTY
 phonetic_azerty phonetic_dvorak phonetic_winkeys ruchey_en ruchey_ru sah srp tt typewriter
 typewriter-legacy udm xal
se
 colemak dvorak mac nodeadkeys rus smi svdvorak swl us us_dvorak
si
 alternatequotes us
sk
 bksl qwerty qwerty_bksl
sn
sy
 ku ku_alt ku_f syc syc_phonetic
tg
th
 mnc pat tis
tj
 legacy
tm
 alt
tr
 alt e f intl ku ku_alt ku_f
tw
 indigenous saisiyat
tz
ua
 crh crh_alt crh_f homophonic legacy macOS phonetic typewriter winkeys winkeysenhanced
us
 alt-intl altgr-intl chr colemak colemak_dh colemak_dh_iso colemak_dh_ortho colemak_dh_wide
 colemak_dh_wide_iso dvorak dvorak-alt-intl dvorak-classic dvorak-intl dvorak-l dvorak-mac
 dvorak-mac-iso dvorak-r dvp euro haw hbs intl mac mac-iso norman olpc2 rus symbolic workman
 workman-intl
uz
 latin
vn
 fr us
za
`;

/** What `base.extras.xml` has besides: exotic, but as good as the others to who uses it. */
const extras = `
am
 olpc-phonetic
ancient
 ave got got-alt uga
apl
 apl2 aplplusII aplx dyalog sax unified
ara
 basic_ext basic_ext_digits ergoarabic sun_type6
be
 sun_type6
bqn
br
 sun_type6
ca
 kut shs sun_type6
ch
 sun_type6_de sun_type6_fr
cz
 coder colemak-ucw prog prog_typo sun_type6
de
 adnw bone bone_eszett_home hu koy neo_qwerty neo_qwertz noted pl ru-recom ru-translit sun_type6
dk
 sun_type6
ee
 sun_type6
eg
 cop
es
 sun_type6
eu
fi
 das fidvorak sun_type6
fr
 sun_type6 us-alt us-azerty
gb
 sun_type6
gr
 colemak sun_type6
hu
 oldhun_sk_sh oldhun_sk_sz oldhunlig us
il
 biblicalSIL
in
 modi-kagapa san-misc urd-navees
it
 dvorak lld lldde sun_type6
jp
 sun_type6 sun_type7 sun_type7_suncompat
kr
 sun_type6
lt
 sun_type6 us_dvorak
lv
 apostrophe-deadquotes apostrophecolemak colemak dvorak dvorakprogr minuskeydvorak
 minuskeydvorakprogr sun_type6 ykeydvorak ykeydvorakprogr
nl
 sun_type6
no
 sun_type6
pk
 urd-navees
pl
 colemak colemak_dh colemak_dh_ansi glagolica intl lefty slaviature sun_type6
pt
 colemak sun_type6
ro
 crh_dobruja ergonomic sun_type6
rs
 combiningkeys
ru
 chu diktor gost-14289-88 gost-6431-75-48 phonetic_mac prxn rtu ruintl_en ruintl_ru rulemak ruu
 sun_type6 typo unipunct winkeys-p
se
 dvorak_a5 ovd sun_type6
sk
 acc sun_type6
tr
 ot otf otk otkf sun_type6 us
trans
 qwerty
ua
 sun_type6
us
 3l 3l-cros 3l-emacs alt-intl-unicode altgr-weur ats carpalx carpalx-altgr-intl carpalx-full
 carpalx-full-altgr-intl carpalx-full-intl carpalx-intl crd cz_sk_de cz_sk_pl_de_es_fi_sv
 de_se_fi drix ibm238l intl-unicode scn sun_type6 workman-p
vn
 aderty qderty
`;

const parse = (text: string): KeyboardLayout[] =>
  text
    .trim()
    .split(/\n(?! )/)
    .map((entry) => {
      const [layout = '', ...rest] = entry.split('\n');
      const variants = rest.flatMap((line) => line.trim().split(' '));
      return { layout, variants };
    });

/**
 * The layouts to choose from, sorted, each with its variants: those of `base.lst`,
 * which desktops and the graphical installer list too. Left out are `custom`, and two variants
 * that the stable channel's version (2.47) does not have yet.
 *
 * Source: xkeyboard-config 2.48, 98 layouts, 498 variants.
 */
export const keyboardLayouts = (): readonly KeyboardLayout[] => parse(base);

/**
 * Whether XKB knows this layout with this variant, so that NixOS builds with it: with X on, it
 * checks both when it builds. Also true for the exotic ones that the list does not show.
 *
 * Source: xkeyboard-config 2.48, `base.lst` and `base.extras.xml` (43 layouts, 149 variants).
 */
export const isKeyboard = (layout: string, variant?: string): boolean => {
  const found = parse(base + extras.slice(1)).filter((known) => known.layout === layout);
  if (variant === undefined || variant === '') return found.length > 0;
  return found.some((known) => known.variants.includes(variant));
};
