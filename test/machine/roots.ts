/**
 * Computers as the files that they are read from: what NixOS, its installer and other systems leave in
 * `/etc`, and what Linux shows in `/proc` and `/sys` on real and virtual machines.
 */
import type { RootFiles } from '../support/context.js';

/** The folder of the firmware's fields, each file ending in a line break as the kernel has it. */
function dmi(fields: Readonly<Record<string, string>>): RootFiles {
  // what must never be read: only root may, and it tells one computer from all others
  const secret = { product_serial: 'SERIAL-1', board_serial: 'SERIAL-2', product_uuid: 'UUID-1' };
  return Object.fromEntries(
    Object.entries({ ...secret, ...fields }).map(([name, value]) => [
      `sys/class/dmi/id/${name}`,
      `${value}\n`,
    ]),
  );
}

/** A device on the PCI bus. */
function pci(address: string, kind: string, vendor: string, device: string): RootFiles {
  const folder = `sys/bus/pci/devices/${address}`;
  return {
    [`${folder}/class`]: `${kind}\n`,
    [`${folder}/vendor`]: `${vendor}\n`,
    [`${folder}/device`]: `${device}\n`,
  };
}

function disk(name: string, rotational: 0 | 1, removable: 0 | 1 = 0): RootFiles {
  return {
    [`sys/block/${name}/queue/rotational`]: `${rotational}\n`,
    [`sys/block/${name}/removable`]: `${removable}\n`,
  };
}

interface Cpu {
  readonly vendor: string;
  readonly family: number;
  readonly model: number;
  readonly name: string;
  readonly more?: string;
}

/** Two processors of a PC, shortened to the fields up to the flags. */
function cpuinfo({ vendor, family, model, name, more = '' }: Cpu): RootFiles {
  const block = (number: number) => `processor\t: ${number}
vendor_id\t: ${vendor}
cpu family\t: ${family}
model\t\t: ${model}
model name\t: ${name}
stepping\t: 1
microcode\t: 0xa50000c
cpu MHz\t\t: 1397.253
cache size\t: 512 KB
physical id\t: 0
flags\t\t: fpu vme de pse tsc msr pae mce cx8 apic sep mtrr pge mca cmov${more}
bogomips\t: 5390.05
power management: ts ttp tm hwpstate cpb eff_freq_ro [13] [14]

`;
  return { 'proc/cpuinfo': block(0) + block(1) };
}

/** Two 64-bit ARM processors: no maker's name, and most kernels print no model. */
function armCpuinfo(implementer: string, part: string): RootFiles {
  const block = (number: number) => `processor\t: ${number}
BogoMIPS\t: 48.00
Features\t: fp asimd evtstrm aes pmull sha1 sha2 crc32 atomics fphp asimdhp cpuid
CPU implementer\t: ${implementer}
CPU architecture: 8
CPU variant\t: 0x0
CPU part\t: ${part}
CPU revision\t: 0

`;
  return { 'proc/cpuinfo': block(0) + block(1) };
}

function memory(kilobytes: number): RootFiles {
  return { 'proc/meminfo': `MemTotal:       ${kilobytes} kB\nMemFree:         1024000 kB\n` };
}

const clocks = 'sys/devices/system/clocksource/clocksource0/available_clocksource';

const passwd = (
  ...people: readonly string[]
) => `root:x:0:0:System administrator:/root:/run/current-system/sw/bin/bash
messagebus:x:4:4:D-Bus system message bus daemon user:/run/dbus:/run/current-system/sw/bin/nologin
systemd-timesync:x:154:154::/var/empty:/run/current-system/sw/bin/nologin
${people.map((line) => `${line}\n`).join('')}nixbld1:x:30001:30000:Nix build user 1:/var/empty:/run/current-system/sw/bin/nologin
nobody:x:65534:65534:Unprivileged account (don't use!):/var/empty:/run/current-system/sw/bin/nologin
`;

/** As NixOS 26.05 writes it. */
const osRelease = (more = '') => `ANSI_COLOR="0;38;2;126;186;228"
BUG_REPORT_URL="https://github.com/NixOS/nixpkgs/issues"
BUILD_ID="26.05.1234.abcdef012345"
CPE_NAME="cpe:/o:nixos:nixos:26.05"
ID=nixos
IMAGE_ID=""
NAME=NixOS
PRETTY_NAME="NixOS 26.05 (Yarara)"
VARIANT_ID="${more}"
VERSION="26.05 (Yarara)"
VERSION_CODENAME=yarara
VERSION_ID="26.05"
`;

/** Files in /etc on NixOS are links into the store by way of /etc/static. */
function etc(name: string, text: string): RootFiles {
  const stored = `nix/store/0a1b2c3d4e5f6g7h8i9j0k1l2m3n4p5q-etc-${name}`;
  return {
    [`etc/${name}`]: { link: `/etc/static/${name}` },
    [`etc/static/${name}`]: { link: `/${stored}` },
    [stored]: text,
  };
}

const configuration = { 'etc/nixos/configuration.nix': '{ system.stateVersion = "26.05"; }\n' };
const hardwareFile = {
  'etc/nixos/hardware-configuration.nix':
    '{ lib, ... }:\n{\n  nixpkgs.hostPlatform = lib.mkDefault "x86_64-linux";\n}\n',
};

const nixos: RootFiles = {
  'etc/NIXOS': '',
  ...etc('os-release', osRelease()),
  'run/current-system/nixos-version': '26.05.1234.abcdef012345',
  ...configuration,
  ...hardwareFile,
  'sys/firmware/memmap/0/type': 'System RAM\n',
};

const uefi: RootFiles = { 'sys/firmware/efi/fw_platform_size': '64\n' };

/** A small computer, an hour after the graphical installer. */
const freshUefi: RootFiles = {
  ...nixos,
  ...uefi,
  ...etc('hostname', 'nixos\n'),
  'etc/passwd': passwd('leon:x:1000:100:Leon Weber:/home/leon:/run/current-system/sw/bin/bash'),
  'etc/localtime': { link: '/etc/zoneinfo/Europe/Berlin' },
  ...etc(
    'locale.conf',
    'LANG=en_US.UTF-8\nLC_ADDRESS=de_DE.UTF-8\nLC_MEASUREMENT=de_DE.UTF-8\nLC_TIME=de_DE.UTF-8\n',
  ),
  ...etc('vconsole.conf', 'KEYMAP=de\nFONT=\n'),
  ...dmi({
    sys_vendor: 'Intel(R) Client Systems',
    product_name: 'NUC12WSHi5',
    product_version: 'M46425-303',
    product_family: 'WS',
    board_vendor: 'Intel Corporation',
    board_name: 'NUC12WSBi5',
    bios_vendor: 'Intel Corp.',
    chassis_type: '35',
  }),
  ...cpuinfo({
    vendor: 'GenuineIntel',
    family: 6,
    model: 154,
    name: '12th Gen Intel(R) Core(TM) i5-1240P',
  }),
  ...memory(32593956),
  ...pci('0000:00:02.0', '0x030000', '0x8086', '0x46a6'),
  'sys/class/drm/card1/dev': '226:1\n',
  'sys/class/drm/card1-HDMI-A-1/status': 'connected\n',
  'sys/class/power_supply/.keep': '',
  'sys/class/net/enp86s0/address': '88:ae:dd:00:00:01\n',
  'sys/class/net/wlp0s20f3/phy80211/name': 'phy0\n',
  'sys/class/net/wlp0s20f3/address': '88:ae:dd:00:00:02\n',
  'sys/class/bluetooth/hci0/address': '88:ae:dd:00:00:03\n',
  ...disk('nvme0n1', 0),
  'proc/mounts': `/dev/nvme0n1p2 / ext4 rw,relatime 0 0
/dev/nvme0n1p2 /nix/store ext4 ro,relatime 0 0
/dev/nvme0n1p1 /boot vfat rw,relatime,fmask=0077,dmask=0077 0 0
`,
};

/** An office computer of 2012, without UEFI, and with a disk that turns. */
const freshBios: RootFiles = {
  ...nixos,
  ...etc('hostname', 'optiplex\n'),
  'etc/passwd': passwd(
    'mia:x:1000:100:Mia:/home/mia:/run/current-system/sw/bin/bash',
    'tom:x:1001:100:Tom:/home/tom:/run/current-system/sw/bin/bash',
  ),
  'etc/localtime': { link: '/etc/zoneinfo/America/Argentina/Buenos_Aires' },
  ...etc('locale.conf', 'LANG=es_AR.UTF-8\n'),
  ...etc('vconsole.conf', 'KEYMAP=la-latin1\nFONT=\n'),
  ...dmi({
    sys_vendor: 'Dell Inc.',
    product_name: 'OptiPlex 7010',
    product_version: '01',
    board_vendor: 'Dell Inc.',
    board_name: '0GY6Y8',
    bios_vendor: 'Dell Inc.',
    chassis_type: '16',
  }),
  ...cpuinfo({
    vendor: 'GenuineIntel',
    family: 6,
    model: 58,
    name: 'Intel(R) Core(TM) i5-3470 CPU @ 3.20GHz',
  }),
  ...memory(8044712),
  ...pci('0000:00:02.0', '0x030000', '0x8086', '0x0152'),
  'sys/class/drm/card0/dev': '226:0\n',
  'sys/class/drm/card0-VGA-1/status': 'connected\n',
  'sys/class/power_supply/.keep': '',
  'sys/class/net/eno1/address': '00:11:22:33:44:55\n',
  ...disk('sda', 1),
  ...disk('sr0', 1, 1),
  'proc/mounts': '/dev/sda1 / ext4 rw,relatime 0 0\n',
};

/** A ThinkPad with AMD, its disk encrypted, and a mouse with a battery of its own. */
const laptop: RootFiles = {
  ...nixos,
  ...uefi,
  ...etc('hostname', 'thinkpad\n'),
  'etc/passwd': passwd('leon:x:1000:100::/home/leon:/run/current-system/sw/bin/zsh'),
  'etc/localtime': { link: '/etc/zoneinfo/Europe/Zurich' },
  ...etc('locale.conf', 'LANG=de_CH.UTF-8\n'),
  'etc/X11/xorg.conf.d/00-keyboard.conf': `Section "InputClass"
  Identifier "Keyboard catchall"
  MatchIsKeyboard "on"
  Option "XkbModel" "pc104"
  Option "XkbLayout" "ch"
  Option "XkbOptions" "terminate:ctrl_alt_bksp"
  Option "XkbVariant" "de_nodeadkeys"
EndSection
`,
  ...etc('vconsole.conf', 'KEYMAP=/nix/store/1a2b-console-xkb-keymap/share/keymaps/xkb.map.gz\n'),
  ...dmi({
    sys_vendor: 'LENOVO',
    product_name: '21CF004NGE',
    product_version: 'ThinkPad T14 Gen 3',
    product_family: 'ThinkPad T14 Gen 3',
    product_sku: 'LENOVO_MT_21CF_BU_Think_FM_ThinkPad T14 Gen 3',
    board_vendor: 'LENOVO',
    board_name: '21CF004NGE',
    bios_vendor: 'LENOVO',
    chassis_type: '10',
  }),
  ...cpuinfo({
    vendor: 'AuthenticAMD',
    family: 25,
    model: 68,
    name: 'AMD Ryzen 7 PRO 6850U with Radeon Graphics',
  }),
  ...memory(31593956),
  ...pci('0000:33:00.0', '0x030000', '0x1002', '0x1681'),
  'sys/class/drm/card1/dev': '226:1\n',
  'sys/class/drm/card1-eDP-1/status': 'connected\n',
  'sys/class/power_supply/AC/type': 'Mains\n',
  'sys/class/power_supply/BAT0/type': 'Battery\n',
  'sys/class/power_supply/BAT0/present': '1\n',
  'sys/class/power_supply/hidpp_battery_0/type': 'Battery\n',
  'sys/class/power_supply/hidpp_battery_0/scope': 'Device\n',
  'sys/class/net/wlp1s0/phy80211/name': 'phy0\n',
  'sys/class/bluetooth/hci0/address': '88:ae:dd:00:00:03\n',
  ...disk('nvme0n1', 0),
  ...disk('dm-0', 0),
  ...disk('zram0', 0),
  'proc/mounts': `/dev/mapper/luks-0b8f9b4e-6a53-4c5f-9d6e-2f4f7f6f6c11 / btrfs rw,subvol=/root 0 0
/dev/mapper/luks-0b8f9b4e-6a53-4c5f-9d6e-2f4f7f6f6c11 /home btrfs rw,subvol=/home 0 0
/dev/nvme0n1p1 /boot vfat rw 0 0
`,
};

/** Put together from parts, with an NVIDIA card beside the processor's graphics. */
const desktop: RootFiles = {
  ...nixos,
  ...uefi,
  ...etc('hostname', 'tower\n'),
  'etc/passwd': passwd('ada:x:1000:100:Ada:/home/ada:/run/current-system/sw/bin/fish'),
  'etc/localtime': { link: '/etc/zoneinfo/America/New_York' },
  ...etc('locale.conf', 'LANG=en_US.UTF-8\n'),
  ...etc('vconsole.conf', 'KEYMAP=us\n'),
  ...dmi({
    sys_vendor: 'ASUS',
    product_name: 'System Product Name',
    product_version: 'System Version',
    product_family: 'To be filled by O.E.M.',
    product_sku: 'SKU',
    board_vendor: 'ASUSTeK COMPUTER INC.',
    board_name: 'PRIME Z790-P WIFI',
    bios_vendor: 'American Megatrends Inc.',
    chassis_type: '3',
  }),
  ...cpuinfo({
    vendor: 'GenuineIntel',
    family: 6,
    model: 183,
    name: '13th Gen Intel(R) Core(TM) i9-13900K',
  }),
  ...memory(65593956),
  ...pci('0000:00:02.0', '0x030000', '0x8086', '0xa780'),
  ...pci('0000:01:00.0', '0x030000', '0x10de', '0x2684'),
  ...pci('0000:01:00.1', '0x040300', '0x10de', '0x22ba'),
  'sys/class/drm/card0/dev': '226:0\n',
  'sys/class/drm/card0-DP-1/status': 'connected\n',
  'sys/class/power_supply/.keep': '',
  'sys/class/net/eno2/address': '00:11:22:33:44:55\n',
  'sys/class/net/wlo1/wireless/.keep': '',
  'sys/class/bluetooth/hci0/address': '88:ae:dd:00:00:03\n',
  ...disk('nvme0n1', 0),
  ...disk('sda', 1),
  ...disk('sdb', 0, 1),
  'proc/mounts': '/dev/nvme0n1p2 / zfs rw 0 0\n/dev/nvme0n1p1 /boot vfat rw 0 0\n',
};

const virtual = ' hypervisor';
const xeon = {
  vendor: 'GenuineIntel',
  family: 6,
  model: 106,
  name: 'Intel(R) Xeon(R) Platinum 8358 CPU @ 2.60GHz',
  more: virtual,
};

const guest: RootFiles = {
  ...nixos,
  ...etc('hostname', 'nixos\n'),
  'etc/passwd': passwd('leon:x:1000:100:Leon:/home/leon:/run/current-system/sw/bin/bash'),
  ...memory(4024712),
};

const qemu: RootFiles = {
  ...guest,
  ...dmi({
    sys_vendor: 'QEMU',
    product_name: 'Standard PC (Q35 + ICH9, 2009)',
    product_version: 'pc-q35-9.2',
    bios_vendor: 'SeaBIOS',
    chassis_type: '1',
  }),
  ...cpuinfo(xeon),
  [clocks]: 'kvm-clock tsc hpet acpi_pm \n',
  ...pci('0000:00:01.0', '0x030000', '0x1af4', '0x1050'),
  ...disk('vda', 1),
  'proc/mounts': '/dev/vda1 / ext4 rw 0 0\n',
};

/** QEMU with no help from the processor: slow, and in another word of systemd's. */
const qemuEmulated: RootFiles = { ...qemu, [clocks]: 'tsc hpet acpi_pm \n' };

const virtualBox: RootFiles = {
  ...guest,
  ...dmi({
    sys_vendor: 'innotek GmbH',
    product_name: 'VirtualBox',
    product_version: '1.2',
    product_family: 'Virtual Machine',
    board_vendor: 'Oracle Corporation',
    board_name: 'VirtualBox',
    bios_vendor: 'innotek GmbH',
    chassis_type: '1',
  }),
  ...cpuinfo(xeon),
  // it offers KVM's clock, so that guests find one they know
  [clocks]: 'kvm-clock tsc acpi_pm \n',
  ...pci('0000:00:02.0', '0x030000', '0x15ad', '0x0405'),
  // the battery of the laptop that it runs on
  'sys/class/power_supply/BAT0/type': 'Battery\n',
  ...disk('sda', 1),
  'proc/mounts': '/dev/sda1 / ext4 rw 0 0\n',
};

const vmware: RootFiles = {
  ...guest,
  ...uefi,
  ...dmi({
    sys_vendor: 'VMware, Inc.',
    product_name: 'VMware20,1',
    product_version: 'None',
    board_vendor: 'Intel Corporation',
    board_name: '440BX Desktop Reference Platform',
    bios_vendor: 'VMware, Inc.',
    chassis_type: '1',
  }),
  ...cpuinfo(xeon),
  [clocks]: 'tsc hpet acpi_pm \n',
  ...pci('0000:00:0f.0', '0x030000', '0x15ad', '0x0405'),
  ...disk('nvme0n1', 0),
  'proc/mounts': '/dev/nvme0n1p2 / ext4 rw 0 0\n',
};

/** Its second generation, which has no graphics card on the bus. */
const hyperV: RootFiles = {
  ...guest,
  ...uefi,
  ...dmi({
    sys_vendor: 'Microsoft Corporation',
    product_name: 'Virtual Machine',
    product_version: 'Hyper-V UEFI Release v4.1',
    product_family: 'Virtual Machine',
    product_sku: 'None',
    board_vendor: 'Microsoft Corporation',
    board_name: 'Virtual Machine',
    bios_vendor: 'Microsoft Corporation',
    chassis_type: '3',
  }),
  ...cpuinfo(xeon),
  [clocks]: 'hyperv_clocksource_tsc_page hyperv_clocksource_msr acpi_pm \n',
  ...disk('sda', 1),
  'proc/mounts': '/dev/sda2 / ext4 rw 0 0\n',
};

/** A guest of macOS on an M2, as UTM and Tart make it with Apple's framework. */
const appleGuest: RootFiles = {
  ...guest,
  ...uefi,
  ...dmi({
    sys_vendor: 'Apple Inc.',
    product_name: 'Apple Virtualization Generic Platform',
    product_version: '1',
    chassis_type: '1',
  }),
  ...armCpuinfo('0x61', '0x000'),
  ...pci('0000:00:05.0', '0x038000', '0x1af4', '0x1050'),
  ...disk('vda', 1),
  'proc/mounts': '/dev/vda2 / ext4 rw 0 0\n/dev/vda1 /boot vfat rw 0 0\n',
};

/** A guest of QEMU on a Mac, UTM's other way. */
const utm: RootFiles = {
  ...appleGuest,
  ...dmi({
    sys_vendor: 'QEMU',
    product_name: 'QEMU Virtual Machine',
    product_version: 'virt-9.1',
    bios_vendor: 'EDK II',
    chassis_type: '1',
  }),
};

/** NixOS-WSL: the kernel is Microsoft's, and it shows the battery of the laptop. */
const wsl: RootFiles = {
  ...guest,
  'proc/version':
    'Linux version 5.15.167.4-microsoft-standard-WSL2 (root@f9c826d3017f) (gcc (GCC) 11.2.0) #1 SMP\n',
  'proc/sys/kernel/osrelease': '5.15.167.4-microsoft-standard-WSL2\n',
  'proc/sys/fs/binfmt_misc/WSLInterop': 'enabled\ninterpreter /init\nflags: P\noffset 0\n',
  ...cpuinfo({
    ...xeon,
    name: 'AMD Ryzen 7 7840U',
    vendor: 'AuthenticAMD',
    family: 25,
    model: 116,
  }),
  'sys/class/power_supply/BAT1/type': 'Battery\n',
  'proc/mounts': '/dev/sdc / ext4 rw 0 0\n',
};

/** A single-board computer, which describes itself by a devicetree. */
const raspberryPi: RootFiles = {
  ...guest,
  'proc/device-tree': { link: '/sys/firmware/devicetree/base' },
  'sys/firmware/devicetree/base/model': 'Raspberry Pi 4 Model B Rev 1.4\0',
  'sys/firmware/devicetree/base/compatible': 'raspberrypi,4-model-b\0brcm,bcm2711\0',
  'sys/firmware/devicetree/base/serial-number': '100000001234abcd\0',
  ...armCpuinfo('0x41', '0xd08'),
  ...disk('mmcblk0', 0),
  ...disk('mmcblk0boot0', 0),
  'proc/mounts': '/dev/mmcblk0p2 / ext4 rw 0 0\n',
};

/** A container of systemd-nspawn on a NixOS. */
const nspawn: RootFiles = {
  ...guest,
  'run/systemd/container': 'systemd-nspawn\n',
  ...cpuinfo(xeon),
  'proc/mounts': '/dev/nvme0n1p2 / ext4 rw 0 0\n',
};

/** The installer's live system, before anything is mounted. */
export const live: RootFiles = {
  'etc/NIXOS': '',
  ...etc('os-release', osRelease('installer')),
  ...etc('hostname', 'nixos\n'),
  'run/current-system/nixos-version': '26.05.1234.abcdef012345',
  'etc/passwd': passwd('nixos:x:1000:100::/home/nixos:/run/current-system/sw/bin/bash'),
  'etc/localtime': { link: '/etc/zoneinfo/UTC' },
  ...etc('locale.conf', 'LANG=en_US.UTF-8\n'),
  'nix/.ro-store/.keep': '',
  ...uefi,
  'sys/firmware/memmap/0/type': 'System RAM\n',
  ...dmi({
    sys_vendor: 'Framework',
    product_name: 'Laptop 13 (AMD Ryzen 7040Series)',
    product_version: 'A7',
    product_family: '13in Laptop',
    board_vendor: 'Framework',
    board_name: 'FRANMDCP07',
    chassis_type: '10',
  }),
  ...cpuinfo({
    vendor: 'AuthenticAMD',
    family: 25,
    model: 116,
    name: 'AMD Ryzen 7 7840U w/ Radeon 780M Graphics',
  }),
  ...memory(32593956),
  ...pci('0000:c1:00.0', '0x030000', '0x1002', '0x15bf'),
  'sys/class/drm/card1/dev': '226:1\n',
  'sys/class/drm/card1-eDP-1/status': 'connected\n',
  'sys/class/power_supply/BAT1/type': 'Battery\n',
  'sys/devices/pci0000:00/usb1/1-1/block/sda/queue/rotational': '1\n',
  'sys/devices/pci0000:00/usb1/1-1/block/sda/removable': '0\n',
  'sys/block/sda': { link: '../devices/pci0000:00/usb1/1-1/block/sda' },
  ...disk('nvme0n1', 0),
  ...disk('loop0', 1),
  'proc/mounts': `tmpfs / tmpfs rw,relatime,mode=755 0 0
/dev/root /iso iso9660 ro,relatime 0 0
/dev/loop0 /nix/.ro-store squashfs ro,relatime 0 0
`,
};

/** The disks as somebody has laid them out by hand, after the manual. */
export const mounted = `${live['proc/mounts']}/dev/nvme0n1p2 /mnt ext4 rw,relatime 0 0
/dev/nvme0n1p1 /mnt/boot vfat rw,relatime,fmask=0077,dmask=0077 0 0
`;

/** What `nixos-generate-config --root /mnt` finds there. */
export const targetHardware = `{ config, lib, pkgs, modulesPath, ... }:

{
  imports =
    [ (modulesPath + "/installer/scan/not-detected.nix")
    ];

  boot.initrd.availableKernelModules = [ "nvme" "xhci_pci" "thunderbolt" "usb_storage" "sd_mod" ];
  boot.initrd.kernelModules = [ ];
  boot.kernelModules = [ "kvm-amd" ];
  boot.extraModulePackages = [ ];

  fileSystems."/" =
    { device = "/dev/disk/by-uuid/0b8f9b4e-6a53-4c5f-9d6e-2f4f7f6f6c11";
      fsType = "ext4";
    };

  fileSystems."/boot" =
    { device = "/dev/disk/by-uuid/12CE-A600";
      fsType = "vfat";
      options = [ "fmask=0077" "dmask=0077" ];
    };

  swapDevices = [ ];

  nixpkgs.hostPlatform = lib.mkDefault "x86_64-linux";
  hardware.cpu.amd.updateMicrocode = lib.mkDefault config.hardware.enableRedistributableFirmware;
}
`;

/** New disks, mounted and formatted, with nothing on them but what `mkfs` leaves. */
export const liveWithTarget: RootFiles = {
  ...live,
  'proc/mounts': mounted,
  'dev/disk/by-uuid/0b8f9b4e-6a53-4c5f-9d6e-2f4f7f6f6c11': { link: '../../nvme0n1p2' },
  'mnt/lost+found/.keep': '',
  'mnt/boot/.keep': '',
};

/** A target that has been installed before: its /etc is links into its own store. */
export const liveWithInstalled: RootFiles = {
  ...liveWithTarget,
  ...Object.fromEntries(
    Object.entries<RootFiles[string]>({
      'etc/NIXOS': '',
      ...etc('os-release', osRelease().replaceAll('26.05', '25.11').replace('Yarara', 'Xantusia')),
      ...etc('hostname', 'framework\n'),
      'etc/passwd': passwd('leon:x:1001:100:Leon Weber:/home/leon:/run/current-system/sw/bin/bash'),
      'etc/localtime': { link: '/etc/zoneinfo/Europe/Berlin' },
      ...etc('locale.conf', 'LANG=de_DE.UTF-8\n'),
      ...etc('vconsole.conf', 'KEYMAP=de-latin1\n'),
      'etc/nixos/configuration.nix': '{ system.stateVersion = "24.11"; }\n',
      'etc/nixos/hardware-configuration.nix': targetHardware,
      'home/leon/.config/git/config': '[user]\n\tname = Leon Weber\n\temail = leon@example.org\n',
    }).map(([file, content]) => [`mnt/${file}`, content]),
  ),
};

/** Debian 13 on a real computer, with an account of somebody's. */
const debian: RootFiles = {
  'etc/os-release': `PRETTY_NAME="Debian GNU/Linux 13 (trixie)"
NAME="Debian GNU/Linux"
VERSION_ID="13"
VERSION="13 (trixie)"
VERSION_CODENAME=trixie
ID=debian
HOME_URL="https://www.debian.org/"
`,
  'etc/hostname': 'bookshelf\n',
  'etc/passwd': passwd('eva:x:1000:1000:Eva Muster,,,:/home/eva:/bin/bash'),
  'etc/localtime': { link: '/usr/share/zoneinfo/Europe/Vienna' },
  'etc/timezone': 'Europe/Vienna\n',
  'etc/default/locale': 'LANG=de_AT.UTF-8\nLC_TIME=C.UTF-8\n',
  'etc/default/keyboard': 'XKBMODEL="pc105"\nXKBLAYOUT="at"\nXKBVARIANT="nodeadkeys"\n',
  ...uefi,
  ...dmi({
    sys_vendor: 'HP',
    product_name: 'HP EliteBook 840 G5',
    product_version: '',
    product_family: '103C_5336AN HP EliteBook',
    board_vendor: 'HP',
    board_name: '83B2',
    bios_vendor: 'HP',
    chassis_type: '10',
  }),
  ...cpuinfo({
    vendor: 'GenuineIntel',
    family: 6,
    model: 142,
    name: 'Intel(R) Core(TM) i5-8350U CPU @ 1.70GHz',
  }),
  ...memory(16255320),
  ...pci('0000:00:02.0', '0x030000', '0x8086', '0x5917'),
  'sys/class/power_supply/BAT0/type': 'Battery\n',
  ...disk('sda', 0),
  'proc/mounts': '/dev/sda2 / ext4 rw 0 0\n/dev/sda1 /boot/efi vfat rw 0 0\n',
};

export const roots = {
  freshUefi,
  freshBios,
  laptop,
  desktop,
  qemu,
  qemuEmulated,
  virtualBox,
  vmware,
  hyperV,
  appleGuest,
  utm,
  wsl,
  raspberryPi,
  nspawn,
  live,
  debian,
  nothing: {},
} satisfies Readonly<Record<string, RootFiles>>;
