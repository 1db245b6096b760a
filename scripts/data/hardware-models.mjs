// Which computers the profiles of nixos-hardware are for: the texts by which the kernel knows a
// computer (/sys/class/dmi/id, and the devicetree's model for boards without DMI), as patterns for the
// whole of a text, letters large or small. nixos-hardware itself does not say it.
//
// The names are those that the makers' firmware has, as the computers in linuxhw/DMI report them,
// the quirks of the Linux kernel, and the profiles' own READMEs and comments. A model that shares its
// name with another one (Dell uses its numbers again) has a pattern for the processor too. What a
// maker names so that it can't be told from others has no line, and can be chosen by its name.
const ordinal = (number) => `${number}${{ 1: 'st', 2: 'nd', 3: 'rd' }[number] ?? 'th'}`;

/** `ThinkPad T480s`, for the models whose number is their name. */
const thinkpadNumbers = [
  ...['a475', 'e470', 'e495', 'l480', 'p43s', 'p50', 'p51', 'p52', 'p53', 't410', 't420', 't430'],
  ...[
    't440p',
    't440s',
    't450s',
    't460',
    't460p',
    't460s',
    't470s',
    't480',
    't480s',
    't490',
    't490s',
  ],
  ...['t495', 't520', 't550', 't590', 'w520', 'x140e', 'x200s', 'x220', 'x230', 'x250', 'x260'],
  ...['x270', 'x280', 'x390'],
];

/** The generations that have a profile of their own; AMD's are called `Gen 2a` at times, Intel's `2i`. */
const thinkpadGenerations = {
  'lenovo-thinkpad-p14s-amd-gen': ['P14s', [1, 2, 3, 4, 5, 6]],
  'lenovo-thinkpad-p14s-intel-gen': ['P14s', [2, 3, 5]],
  'lenovo-thinkpad-p15v-intel-gen': ['P15v', [3]],
  'lenovo-thinkpad-p16s-amd-gen': ['P16s', [1, 2, 4]],
  'lenovo-thinkpad-p16s-intel-gen': ['P16s', [2, 3]],
  'lenovo-thinkpad-t14-amd-gen': ['T14', [1, 2, 3, 4, 5]],
  'lenovo-thinkpad-t14-intel-gen': ['T14', [1, 6]],
  'lenovo-thinkpad-t14s-amd-gen': ['T14s', [1, 4]],
  'lenovo-thinkpad-e14-intel-gen': ['E14', [2, 4, 6]],
};

const maker = (profile) => /-(amd|intel)-/.exec(profile)?.[1] ?? 'any';
const suffix = { amd: '(a| AMD)?', intel: '(i| Intel)?' };

const thinkpads = {
  'lenovo-thinkpad': 'else ThinkPad .*',
  ...Object.fromEntries(
    thinkpadNumbers.map((number) => [
      `lenovo-thinkpad-${number}`,
      `ThinkPad ${number.replace(/^./, (letter) => letter.toUpperCase())}( W10DG)?`,
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(thinkpadGenerations).flatMap(([start, [name, generations]]) =>
      generations.map((number) => [
        `${start}${number}`,
        `ThinkPad ${name} Gen ?${number}${suffix[maker(start)]} cpu ${maker(start)}`,
      ]),
    ),
  ),
  'lenovo-thinkpad-t14-intel-gen1-nvidia': 'ThinkPad T14 Gen 1 cpu intel',
  'lenovo-thinkpad-e14-amd': 'ThinkPad E14( Gen \\d+a?)? cpu amd',
  'lenovo-thinkpad-e14-intel': 'ThinkPad E14 cpu intel',
  'lenovo-thinkpad-e15-intel': 'ThinkPad E15 cpu intel',
  'lenovo-thinkpad-l13': 'ThinkPad L13( Gen 1)? cpu intel',
  'lenovo-thinkpad-l13-yoga': 'ThinkPad L13 Yoga( Gen 1)? cpu intel',
  'lenovo-thinkpad-l14-amd': 'ThinkPad L14 Gen \\d+a? cpu amd',
  'lenovo-thinkpad-l14-intel': 'ThinkPad L14 Gen \\d+i? cpu intel',
  'lenovo-thinkpad-p1': 'ThinkPad P1( Gen 2)?',
  'lenovo-thinkpad-p1-gen3': 'ThinkPad P1 Gen 3',
  'lenovo-thinkpad-t14': 'else ThinkPad T14 Gen .*',
  'lenovo-thinkpad-t14s': 'else ThinkPad T14s Gen .* cpu (amd|intel)',
  'lenovo-thinkpad-x1': 'else ThinkPad X1 Carbon.* cpu intel',
  ...Object.fromEntries(
    [2, 6, 7].map((number) => [
      `lenovo-thinkpad-x1-${ordinal(number)}-gen`,
      `ThinkPad X1 Carbon (${ordinal(number)}|Gen ${number})`,
    ]),
  ),
  ...Object.fromEntries(
    [9, 10, 11, 12, 13].map((number) => [
      `lenovo-thinkpad-x1-${number}th-gen`,
      `ThinkPad X1 Carbon Gen ${number}`,
    ]),
  ),
  'lenovo-thinkpad-x1-extreme': 'ThinkPad X1 Extreme( 1st)?',
  'lenovo-thinkpad-x1-extreme-gen2': 'ThinkPad X1 Extreme (2nd|Gen ?2)',
  'lenovo-thinkpad-x1-extreme-gen3': 'ThinkPad X1 Extreme Gen 3',
  'lenovo-thinkpad-x1-extreme-gen4': 'ThinkPad X1 Extreme Gen 4i?',
  'lenovo-thinkpad-x1-nano': 'else ThinkPad X1 Nano Gen .*',
  'lenovo-thinkpad-x1-nano-gen1': 'ThinkPad X1 Nano Gen 1',
  'lenovo-thinkpad-x1-yoga': 'else ThinkPad X1 Yoga.*',
  'lenovo-thinkpad-x1-yoga-7th-gen': 'ThinkPad X1 Yoga Gen 7',
  'lenovo-thinkpad-x1-yoga-8th-gen': 'ThinkPad X1 Yoga Gen 8',
  'lenovo-thinkpad-x13-amd': 'ThinkPad X13 Gen \\d+a? cpu amd',
  'lenovo-thinkpad-x13-intel': 'ThinkPad X13 Gen \\d+i? cpu intel',
  'lenovo-thinkpad-x13-yoga': 'else ThinkPad X13 Yoga Gen .*',
  'lenovo-thinkpad-x13-yoga-3th-gen': 'ThinkPad X13 Yoga Gen 3',
  'lenovo-thinkpad-z': 'else ThinkPad Z1[36] Gen .*',
  'lenovo-thinkpad-z13-gen1': 'ThinkPad Z13 Gen 1',
  'lenovo-thinkpad-z13-gen2': 'ThinkPad Z13 Gen 2',
};

/** The number at the end is the machine's; the words before it differ from country to country. */
const legions = (numbers) =>
  Object.fromEntries(
    numbers.map(([profile, number]) => [profile, `(Lenovo )?Legion( \\S+)* ${number}`]),
  );

const lenovo = {
  ...thinkpads,
  ...legions([
    ['lenovo-legion-15ach6', '15ACH6'],
    ['lenovo-legion-15ach6h', '15ACH6H'],
    ['lenovo-legion-15ach6h-hybrid', '15ACH6H'],
    ['lenovo-legion-15ach6h-nvidia', '15ACH6H'],
    ['lenovo-legion-15arh05h', '15ARH05H'],
    ['lenovo-legion-16ach6h', '16ACH6H'],
    ['lenovo-legion-16ach6h-hybrid', '16ACH6H'],
    ['lenovo-legion-16ach6h-nvidia', '16ACH6H'],
    ['lenovo-legion-16achg6-hybrid', '16ACHg6'],
    ['lenovo-legion-16achg6-nvidia', '16ACHg6'],
    ['lenovo-legion-16aph8', '16APH8'],
    ['lenovo-legion-16arh7h-hybrid', '16ARH7H'],
    ['lenovo-legion-16arh7h-igpu-only', '16ARH7H'],
    ['lenovo-legion-16arha7', '16ARHA7'],
    ['lenovo-legion-16iah7h', '16IAH7H'],
    ['lenovo-legion-16iax10h', '16IAX10H'],
    ['lenovo-legion-16irx8h', '16IRX8H'],
    ['lenovo-legion-16irx9h', '16IRX9H'],
    ['lenovo-legion-16ithg6', '16ITHg6'],
    ['lenovo-legion-t526amr5', 'T5 26AMR5'],
    ['lenovo-legion-y530-15ich', 'Y530-15ICH(-1060)?'],
  ]),
  'lenovo-ideapad-14imh9': 'IdeaPad Pro 5 14IMH9',
  'lenovo-ideapad-15ach6': 'IdeaPad Gaming 3 15ACH6',
  'lenovo-ideapad-15alc6': 'IdeaPad 3 15ALC6( Ub)?',
  'lenovo-ideapad-15arh05': 'IdeaPad (Gaming|Geming) 3 15ARH05D?',
  'lenovo-ideapad-16ach6': 'IdeaPad 5 Pro 16ACH6',
  'lenovo-ideapad-16ahp9': 'IdeaPad Pro 5 16AHP9',
  'lenovo-ideapad-s145-15api': 'Lenovo IdeaPad S145-15API',
  'lenovo-ideapad-s5-16iah8': 'IdeaPad Slim 5 16IAH8',
  'lenovo-ideapad-slim-5': 'IdeaPad Slim 5 \\w+ cpu amd',
  'lenovo-ideapad-z510': 'Lenovo IdeaPad Z510',
  'lenovo-yoga-6-13ALC6': 'Yoga 6[ -]13ALC6( Laptop)?',
  'lenovo-yoga-7-14ARH7-amdgpu': 'Yoga Slim 7 ProX 14ARH7',
  'lenovo-yoga-7-14ARH7-nvidia': 'Yoga Slim 7 ProX 14ARH7',
  'lenovo-yoga-7-14IAH7-hybrid': 'Yoga Slim 7 ProX 14IAH7',
  'lenovo-yoga-7-14IAH7-integrated': 'Yoga Slim 7 ProX 14IAH7',
  'lenovo-yoga-7-14ILL10': 'Yoga 7 2-in-1 14ILL10',
  'lenovo-yoga-7-slim-gen8': 'Yoga Slim 7 14APU8',
};

/** `XPS 13 9310`, which the machine with the hinge, `XPS 13 9310 2-in-1`, is not. */
const dellNumbers = {
  latitude: [
    '3480',
    '5490',
    '5520',
    '7280',
    '7390',
    '7420',
    '7430',
    '7490',
    '9430',
    'e7240',
    'e7440',
  ],
  'xps-13': ['7390', '9300', '9310', '9315', '9343', '9360', '9370', '9380'],
  'xps-15': ['7590', '9500', '9510', '9520', '9550', '9560', '9570'],
  g3: ['3579', '3779'],
  inspiron: ['3442', '5509', '7460', '7559'],
  precision: ['5490', '5530', '5560', '5570', '7520'],
  optiplex: ['3050'],
  poweredge: ['r7515'],
};
const dellNames = {
  latitude: 'Latitude',
  'xps-13': 'XPS 13',
  'xps-15': 'XPS 15',
  g3: 'G3',
  inspiron: 'Inspiron',
  precision: 'Precision',
  optiplex: 'OptiPlex',
  poweredge: 'PowerEdge',
};

const dell = {
  ...Object.fromEntries(
    Object.entries(dellNumbers).flatMap(([line, numbers]) =>
      numbers.map((number) => [
        `dell-${line}-${number}`,
        `${dellNames[line]} ${number.toUpperCase()}`,
      ]),
    ),
  ),
  ...Object.fromEntries(
    ['7590', '9500', '9510', '9520', '9550', '9560', '9570'].map((number) => [
      `dell-xps-15-${number}-nvidia`,
      `XPS 15 ${number}`,
    ]),
  ),
  'dell-xps-15-9560-intel': 'XPS 15 9560',
  'dell-xps-15-9570-intel': 'XPS 15 9570',
  // of 2023; there is one of 2013, with Haswell
  'dell-xps-15-9530': 'XPS 15 9530 cpu .*13th Gen.*',
  'dell-xps-15-9530-nvidia': 'XPS 15 9530 cpu .*13th Gen.*',
  // of 2024; there is one of 2015, with Skylake
  'dell-xps-13-9350': 'XPS 13 9350 cpu .*Ultra.*',
  'dell-xps-13-9333': 'XPS ?13 9333',
  'dell-xps-17-9700-intel': 'XPS 17 9700',
  'dell-xps-17-9700-nvidia': 'XPS 17 9700',
  'dell-xps-17-9710-intel': 'XPS 17 9710',
  // of 2023; there is one of 2014, with Haswell
  'dell-latitude-3340': 'Latitude 3340 cpu .*1[23]th Gen.*',
  'dell-inspiron-14-5420': 'Inspiron 14 5420 cpu .*12th Gen.*',
  'dell-inspiron-5515': 'Inspiron( 15)? 5515',
  'dell-inspiron-7405': 'Inspiron 7405( 2n1)?',
  'dell-precision-3490-intel': 'Precision 3490',
  'dell-precision-3490-nvidia': 'Precision 3490',
  'dell-precision-3541': 'Precision 3541',
  'dell-precision-5820': 'Precision 5820 Tower( X-Series)?',
};

/** By the board's name, which has no words around the number: `GA402RJ`. */
const asus = {
  'asus-ally-rc71l': 'RC71L',
  'asus-fa506ic': 'FA506IC',
  'asus-fa506nc': 'FA506NC',
  'asus-fa507nv': 'FA507NV',
  'asus-fa507rm': 'FA507RM',
  'asus-fa706ic': 'FA706IC',
  'asus-flow-gv302x-amdgpu': 'GV302X[A-Z]',
  'asus-flow-gv302x-nvidia': 'GV302X[A-Z]',
  'asus-flow-gz301vu': 'GZ301VU',
  'asus-fx504gd': 'FX504GD',
  'asus-fx506hm': 'FX506HM',
  'asus-pro-ws-x570-ace': 'Pro WS X570-ACE',
  'asus-proart-px13': 'else HN7306W[A-Z]',
  'asus-proart-px13-hn7306eac': 'HN7306EAC',
  'asus-rog-gl552vw': 'GL552VW',
  'asus-rog-strix-g513im': 'G513IM',
  'asus-rog-strix-g533q': 'G533Q[A-Z]',
  'asus-rog-strix-g533zw': 'G533ZW',
  'asus-rog-strix-g713ie': 'G713IE',
  'asus-rog-strix-g733qs': 'G733QS',
  'asus-rog-strix-x570e': 'ROG STRIX X570-E GAMING',
  'asus-zenbook-um6702': 'UM6702R[A-Z]',
  'asus-zenbook-ux371': 'UX371E[A-Z]',
  'asus-zenbook-ux481-intelgpu': 'UX481FLY?',
  'asus-zenbook-ux481-nvidia': 'UX481FLY?',
  'asus-zenbook-ux535': 'UX535LI',
  'asus-zephyrus-ga401': 'else GA401[IQ][A-Z]+',
  'asus-zephyrus-ga401iv': 'GA401IV',
  'asus-zephyrus-ga402': 'GA402R[A-Z]',
  'asus-zephyrus-ga402x-amdgpu': 'GA402X[A-Z]',
  'asus-zephyrus-ga402x-nvidia': 'GA402X[A-Z]',
  'asus-zephyrus-ga502': 'GA502I[A-Z]',
  'asus-zephyrus-ga503': 'GA503[QR][A-Z]',
  'asus-zephyrus-gu603h': 'GU603H[A-Z]',
  'asus-zephyrus-gu605cw': 'GU605CW',
  'asus-zephyrus-gu605my': 'GU605MY',
};

const hp = {
  'hp-elitebook-2560p': 'HP EliteBook 2560p( Notebook PC)?',
  'hp-elitebook-830g6': 'HP EliteBook 830 G6( Notebook PC)?',
  'hp-elitebook-845g7': 'HP EliteBook 845 G7( Notebook PC)?',
  'hp-elitebook-845g8': 'HP EliteBook 845 G8( Notebook PC)?',
  'hp-elitebook-845g9': 'HP EliteBook 845( 14 inch)? G9( Notebook PC)?',
  'hp-laptop-14s-dq2024nf': '(HP Laptop )?14s-dq2\\w+',
  'hp-laptop-15s-fq1xxx': '(HP Laptop )?15s-fq1\\w+',
  'hp-notebook-14-df0023': '(HP Laptop )?14-df0\\w+',
  'hp-probook-440G5': 'HP ProBook 440 G5( Notebook PC)?',
  'hp-probook-460G11': 'HP ProBook 460( 16 inch)? G11( Notebook PC)?',
  'omen-14-fb0798ng': 'OMEN Transcend( Gaming)? Laptop 14-fb0\\w+',
  'omen-15-ce002ns': 'OMEN by HP Laptop 15-ce0\\w+',
  'omen-15-en0002np': 'OMEN( by HP)? Laptop 15-en0\\w+',
  'omen-15-en0010ca': 'OMEN( by HP)? Laptop 15-en0\\w+',
  'omen-15-en1007sa': 'OMEN( by HP)? Laptop 15-en1\\w+',
  'omen-16-n0005ne': 'OMEN( by HP)?( Gaming)? Laptop 16-n0\\w+',
  'omen-16-n0280nd': 'OMEN( by HP)?( Gaming)? Laptop 16-n0\\w+',
};

const apple = {
  'apple-imac-12-2': 'iMac12,2',
  'apple-imac-14-2': 'iMac14,2',
  'apple-imac-18-2': 'iMac18,2',
  ...Object.fromEntries(
    [3, 4, 5, 6, 7].map((number) => [`apple-macbook-air-${number}`, `MacBookAir${number},\\d`]),
  ),
  // with one of Apple's own processors it is no computer that this is for
  'apple-macbook-pro': 'else MacBookPro([3-9]|1[0-4]),\\d cpu intel',
  ...Object.fromEntries(
    ['8-1', '10-1', '11-1', '11-4', '11-5', '12-1', '14-1'].map((number) => [
      `apple-macbook-pro-${number}`,
      `MacBookPro${number.replace('-', ',')}`,
    ]),
  ),
  'apple-macmini-4-1': 'Macmini4,1',
  'apple-t2':
    'MacBookPro(15,[1-4]|16,[1-4])|MacBookAir(8,[12]|9,1)|Macmini8,1|iMac20,[12]|iMacPro1,1|MacPro7,1',
};

const framework = {
  'framework-11th-gen-intel': 'Laptop cpu 11th Gen.*',
  'framework-12th-gen-intel': 'Laptop \\(12th Gen Intel Core\\)',
  'framework-13th-gen-intel': 'Laptop \\(13th Gen Intel Core\\)',
  'framework-12-13th-gen-intel': 'Laptop 12 \\(13th Gen Intel Core\\)',
  'framework-intel-core-ultra-series1': 'Laptop 13 \\(Intel Core Ultra Series 1\\)',
  'framework-intel-core-ultra-series3': 'Laptop 13( Pro)? \\(Intel Core Ultra Series 3\\)',
  'framework-13-7040-amd': 'Laptop 13 \\(AMD Ryzen 7040 ?Series\\)',
  'framework-amd-ai-300-series': 'Laptop 13 \\(AMD Ryzen AI 300 ?Series\\)',
  'framework-16-7040-amd': 'Laptop 16 \\(AMD Ryzen 7040 ?Series\\)',
  'framework-16-amd-ai-300-series': 'Laptop 16 \\(AMD Ryzen AI 300 ?Series\\)',
  'framework-16-amd-ai-300-series-nvidia': 'Laptop 16 \\(AMD Ryzen AI 300 ?Series\\)',
  'framework-desktop-amd-ai-max-300-series': 'Desktop \\(AMD Ryzen AI Max 300 ?Series\\)',
};

const boards = {
  'friendlyarm-nanopc-t4': 'Friendly\\w+ NanoPC-T4',
  'friendlyarm-nanopi-r5s': 'Friendly\\w+ NanoPi R5S',
  'hardkernel-odroid-hc4': 'Hardkernel ODROID-HC4',
  'hardkernel-odroid-m1': '(Hardkernel ODROID|Rockchip RK3568 ODROID)-M1.*',
  'lenovo-thinkpad-x13s': 'Lenovo ThinkPad X13s',
  'olimex-teres_i': 'Olimex A64 Teres-I',
  'pine64-pinebook-pro': 'Pine64 PineBook Pro',
  'pine64-rockpro64': 'Pine64 RockPro64.*',
  'purism-librem-5r4': 'Purism Librem 5r4',
  'radxa-rock-3c': 'Radxa ROCK 3C',
  'raspberry-pi-2': 'Raspberry Pi 2 Model B.*',
  'raspberry-pi-3': 'Raspberry Pi 3 Model (A|B).*',
  'raspberry-pi-4': 'Raspberry Pi (4 Model B|400|Compute Module 4).*',
  'raspberry-pi-5': 'Raspberry Pi (5 Model B|500|Compute Module 5).*',
  'rock-4c-plus': 'Radxa ROCK 4C\\+',
  'rock-5b': 'Radxa ROCK 5B',
  'rock-pi-4': 'Radxa ROCK Pi 4[ABC]?\\+?',
  'rock-pi-e': 'Radxa ROCK Pi E',
};

/** What is looked at, whose it is, and the profiles with their patterns. */
export const models = [
  { field: 'version', vendor: 'LENOVO', profiles: lenovo },
  { field: 'product', vendor: 'Dell Inc\\.', profiles: dell },
  { field: 'board', vendor: 'ASUSTeK COMPUTER INC\\.', profiles: asus },
  { field: 'product', vendor: 'HP|Hewlett-Packard', profiles: hp },
  { field: 'product', vendor: 'Apple Inc\\.', profiles: apple },
  { field: 'product', vendor: 'Framework', profiles: framework },
  {
    field: 'product',
    vendor: 'Microsoft Corporation',
    profiles: {
      'microsoft-surface-go': 'Surface Go( [23])?',
      'microsoft-surface-laptop-amd': 'Surface Laptop [34] cpu amd',
      'microsoft-surface-pro-3': 'Surface Pro 3',
      'microsoft-surface-pro-9': 'Surface Pro 9 cpu intel',
      'microsoft-surface-pro-intel': 'Surface Pro( [4-8]|7\\+| 7\\+)?',
    },
  },
  {
    field: 'version',
    vendor: 'System76(, Inc\\.)?',
    profiles: {
      system76: 'else .*',
      'system76-darp6': 'darp6',
      'system76-galp3': 'galp3(-[bc])?',
      'system76-galp5-1650': 'galp5',
      'system76-gaze18': 'gaze18',
      'system76-thelio-mega': 'thelio-mega-.*',
    },
  },
  {
    field: 'product',
    vendor: 'TUXEDO',
    profiles: {
      'tuxedo-aura-15-gen1': 'TUXEDO Aura 15 Gen1',
      'tuxedo-infinitybook-pro14-gen7': 'TUXEDO InfinityBook Pro Gen7 \\(MK1\\)',
      'tuxedo-infinitybook-pro14-gen9-amd': 'TUXEDO InfinityBook Pro AMD Gen9',
      'tuxedo-infinitybook-pro14-gen9-intel': 'TUXEDO InfinityBook Pro Intel Gen9',
      'tuxedo-infinitybook-v4': 'InfinityBook_Pro13_14_v4',
      'tuxedo-pulse-14-gen3': 'TUXEDO Pulse 14 Gen3',
      'tuxedo-pulse-15-gen2': 'TUXEDO Pulse 15 Gen2',
    },
  },
  {
    field: 'product',
    vendor: 'Micro-Star International Co\\., Ltd\\.?',
    profiles: {
      'msi-gf63': 'GF63 (Thin (8SC|9SC|10SC)\\w*)',
      'msi-gl62': 'GL62M? 7R\\w+',
      'msi-gl65-10SDR-492': 'GL65 Leopard 10SDR',
      'msi-gs60': 'GS60 .*',
      'msi-prestige-15-a10sc': 'Prestige 15 A10SC',
    },
  },
  {
    field: 'board',
    vendor: 'Micro-Star International Co\\., Ltd\\.?',
    profiles: {
      'msi-b350-tomahawk': 'B350 TOMAHAWK \\(MS-7A34\\)',
      'msi-b550-a-pro': 'B550-A PRO \\(MS-7C56\\)',
      'msi-b550-tomahawk': 'MAG B550 TOMAHAWK \\(MS-7C91\\)',
      'msi-z370-pc-pro': 'Z370 PC PRO \\(MS-7B49\\)',
    },
  },
  {
    field: 'board',
    vendor: 'Gigabyte Technology Co\\., Ltd\\.',
    profiles: { 'gigabyte-b550': 'B550.*', 'gigabyte-b650': 'B650.*' },
  },
  {
    field: 'board',
    vendor: 'Intel Corporation',
    profiles: {
      'intel-nuc-12wshi7': 'NUC12WSBi7',
      'intel-nuc-5i5ryb': 'NUC5i5RYB',
      'intel-nuc-7i3bnb': 'NUC7i3BNB',
      'intel-nuc-8i7beh': 'NUC8BEB cpu .*i7-8559U.*',
    },
  },
  {
    field: 'board',
    vendor: 'Supermicro',
    profiles: {
      'supermicro-a1sri-2758f': 'A1SRi-2758F',
      'supermicro-m11sdv-8c-ln4f': 'M11SDV-8C-LN4F',
      'supermicro-x10sll-f': 'X10SLL-F',
      'supermicro-x12scz-tln4f': 'X12SCZ-TLN4F',
    },
  },
  {
    field: 'product',
    vendor: 'GPD',
    profiles: {
      'gpd-micropc': 'MicroPC',
      'gpd-p2-max': 'P2 MAX',
      'gpd-pocket-3': 'G1621-02',
      'gpd-pocket-4': 'G1628-04',
      'gpd-win-2': 'WIN2',
      'gpd-win-max-2-2023': 'G1619-04 cpu .*7840U.*',
      'gpd-win-mini-2024': 'G1617-01 cpu .*8[68]40U.*',
    },
  },
  {
    field: 'product',
    vendor: 'Acer',
    profiles: {
      'acer-aspire-4810t': 'Aspire 4810T',
      'acer-predator-helios-300-ph315-51': 'Predator PH315-51',
    },
  },
  {
    field: 'product',
    vendor: 'Micro Computer.*',
    profiles: { 'minisforum-um690': 'UM690', 'minisforum-v3': 'V3' },
  },
  {
    field: 'product',
    vendor: 'Purism',
    profiles: { 'purism-librem-13v3': 'Librem 13 v3', 'purism-librem-15v3': 'Librem 15 v3' },
  },
  {
    field: 'product',
    vendor: 'Google|GOOGLE',
    profiles: { 'google-pixelbook': 'Eve', 'toshiba-swanky': 'Swanky' },
  },
  { field: 'product', vendor: 'HUAWEI', profiles: { 'huawei-machc-wa': 'MACHC-WAX9' } },
  {
    field: 'product',
    vendor: 'TIMI',
    profiles: { 'xiaomi-redmibook-15-pro-2021': 'RedmiBook Pro 15' },
  },
  { field: 'product', vendor: 'CHUWI.*', profiles: { 'chuwi-minibook-x': 'MiniBook X' } },
  {
    field: 'product',
    vendor: 'Razer',
    profiles: { 'razer-blade-14-RZ09-0530': 'Blade 14 - RZ09-0530' },
  },
  { field: 'sku', vendor: 'Star Labs', profiles: { 'starlabs-starlite-i5': 'I5' } },
  { field: 'product', vendor: 'SLIMBOOK', profiles: { 'slimbook-hero-rpl-rtx': 'HERO-RPL-RTX' } },
  {
    field: 'product',
    vendor: 'SAMSUNG ELECTRONICS CO\\., LTD\\.',
    profiles: { 'samsung-np900x3c': '900X3C/.*' },
  },
  {
    field: 'product',
    vendor: 'Panasonic Corporation',
    profiles: { 'letsnote-cf-lx3': 'CF-?LX3.*', 'letsnote-cf-lx4': 'CF-?LX4.*' },
  },
  { field: 'product', vendor: 'PC Engines', profiles: { 'pcengines-apu': 'APU\\d?' } },
  { field: 'product', vendor: 'Protectli', profiles: { 'protectli-vp4670': 'VP4670' } },
  { field: 'model', profiles: boards },
];
