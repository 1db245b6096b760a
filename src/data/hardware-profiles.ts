// Made by scripts/data/hardware-profiles.mjs from nixos-hardware.

/**
 * The modules that the flake of nixos-hardware offers, sorted, with what each brings, one a line: its
 * name, its traits, and behind a `+` the other profiles that it imports and that none of these
 * imports already. Left out are names that the flake itself calls deprecated or throws at, and
 * modules that do nothing but say that they are (`framework`, `common-pc-hdd`).
 *
 * The traits: `aarch64`, `riscv64` and `armv7l`, or `any`, instead of x86_64; `nvidia`, which
 * switches NVIDIA's driver on, and `closed`, which sets it to the modules that are not open;
 * `no-bus-ids`, which has two cards and does not say where they are; `no-offload`, which lets the
 * NVIDIA card draw all, now or in a system chosen at the start; `no-nvidia` and `no-intel`, which
 * switch a card off; `kernel`, which builds a kernel of its own; `vaapi`, which chooses between
 * Intel's two drivers for video; `unfree`, which wants packages that are not free, and is not one
 * of NVIDIA's; `extlinux`, which sets up a boot loader for a board without UEFI; `tuned`, which
 * sees to the power with TuneD; `broken`, which does not evaluate.
 *
 * Source: NixOS/nixos-hardware, 429 of its nixosModules.
 */
export const profileLines = `
acer-aspire-4810t +common-cpu-intel +common-pc-laptop
acer-predator-helios-300-ph315-51 nvidia closed no-offload vaapi +common-cpu-intel-cpu-only +common-gpu-intel +common-gpu-nvidia-nonprime +common-pc-laptop
airis-n990 +common-pc-laptop
aoostar-r1-n100 vaapi +common-cpu-intel-cpu-only +common-gpu-intel
apple-imac-12-2 +common-cpu-intel +common-pc-laptop +common-pc-ssd
apple-imac-14-2 nvidia closed +common-cpu-intel +common-gpu-nvidia-nonprime +common-hidpi +common-pc-laptop +common-pc-ssd
apple-imac-18-2 vaapi +common-cpu-intel +common-gpu-amd +common-hidpi +common-pc-laptop +common-pc-ssd
apple-macbook-air-3 +common-cpu-intel +common-pc-laptop +common-pc-ssd
apple-macbook-air-4 vaapi +common-cpu-intel +common-pc-laptop +common-pc-ssd
apple-macbook-air-5 +common-cpu-intel +common-pc-laptop +common-pc-ssd
apple-macbook-air-6 +common-cpu-intel +common-pc-laptop +common-pc-ssd
apple-macbook-air-7 +common-cpu-intel +common-pc-laptop +common-pc-ssd
apple-macbook-pro +common-cpu-intel +common-pc-laptop
apple-macbook-pro-10-1 nvidia closed +apple-macbook-pro +common-gpu-nvidia-nonprime +common-pc-ssd
apple-macbook-pro-11-1 vaapi +apple-macbook-pro +common-pc-ssd
apple-macbook-pro-11-4 vaapi +apple-macbook-pro +common-pc-ssd
apple-macbook-pro-11-5 +apple-macbook-pro +common-pc-ssd
apple-macbook-pro-12-1 +apple-macbook-pro +common-pc-ssd
apple-macbook-pro-14-1 vaapi +apple-macbook-pro +common-hidpi +common-pc-ssd
apple-macbook-pro-8-1 vaapi +apple-macbook-pro +common-pc-ssd
apple-macmini-4-1 nvidia +common-cpu-intel
apple-t2 kernel
asrock-rack-altrad8ud-1l2t aarch64 +common-networking-intel-x550
asus-ally-rc71l +asus-battery +common-cpu-amd-pstate +common-gpu-amd +common-pc-laptop +common-pc-ssd
asus-battery
asus-fa506ic nvidia +common-cpu-amd-pstate +common-gpu-amd +common-gpu-nvidia +common-pc-laptop +common-pc-ssd
asus-fa506nc nvidia +common-cpu-amd-pstate +common-gpu-amd +common-gpu-nvidia +common-pc-laptop +common-pc-ssd
asus-fa507nv nvidia +asus-battery +common-cpu-amd-pstate +common-cpu-amd-raphael-igpu +common-gpu-nvidia +common-hidpi +common-pc-laptop +common-pc-ssd
asus-fa507rm nvidia +common-cpu-amd +common-gpu-nvidia +common-pc-laptop +common-pc-ssd
asus-fa706ic nvidia +common-cpu-amd-pstate +common-gpu-amd +common-gpu-nvidia +common-pc-laptop +common-pc-ssd
asus-flow-gv302x-amdgpu +common-cpu-amd-pstate +common-gpu-amd +common-pc-laptop +common-pc-ssd
asus-flow-gv302x-nvidia nvidia +common-cpu-amd-pstate +common-gpu-amd +common-gpu-nvidia +common-pc-laptop +common-pc-ssd
asus-flow-gz301vu nvidia +common-cpu-intel +common-gpu-nvidia +common-pc-laptop +common-pc-ssd
asus-fx504gd +common-cpu-intel +common-pc-laptop
asus-fx506hm nvidia +asus-battery +common-cpu-intel +common-gpu-nvidia +common-pc-laptop +common-pc-ssd
asus-pro-ws-x570-ace +common-cpu-amd-pstate +common-pc +common-pc-ssd
asus-proart-px13 +asus-battery +common-cpu-amd-pstate +common-gpu-amd +common-hidpi +common-pc-laptop +common-pc-ssd
asus-proart-px13-hn7306eac +asus-proart-px13
asus-rog-gl552vw nvidia closed vaapi +common-cpu-intel-cpu-only +common-gpu-intel +common-gpu-nvidia +common-pc-laptop +common-pc-ssd
asus-rog-strix-g513im nvidia +asus-battery +common-cpu-amd-pstate +common-gpu-nvidia +common-pc-laptop +common-pc-ssd
asus-rog-strix-g533q nvidia +asus-battery +common-cpu-amd-pstate +common-gpu-nvidia +common-pc-laptop +common-pc-ssd
asus-rog-strix-g533zw nvidia +asus-battery +common-cpu-intel +common-gpu-nvidia +common-pc-laptop +common-pc-ssd
asus-rog-strix-g713ie nvidia +asus-battery +common-cpu-amd-pstate +common-gpu-nvidia +common-pc-laptop +common-pc-ssd
asus-rog-strix-g733qs nvidia +asus-battery +common-cpu-amd-pstate +common-gpu-nvidia +common-pc-laptop +common-pc-ssd
asus-rog-strix-x570e +common-cpu-amd-pstate +common-cpu-amd-zenpower +common-pc-ssd
asus-zenbook-um6702 nvidia +asus-battery +common-cpu-amd-pstate +common-gpu-amd +common-gpu-nvidia +common-pc-laptop +common-pc-ssd
asus-zenbook-ux371 vaapi +asus-battery +common-cpu-intel-cpu-only +common-gpu-intel +common-pc-laptop +common-pc-ssd
asus-zenbook-ux481-intelgpu no-nvidia vaapi +asus-battery +common-cpu-intel-cpu-only +common-gpu-intel +common-gpu-nvidia-disable +common-pc-laptop +common-pc-ssd
asus-zenbook-ux481-nvidia nvidia closed +asus-battery +common-cpu-intel-cpu-only +common-gpu-nvidia +common-pc-laptop +common-pc-ssd
asus-zenbook-ux535 nvidia vaapi +asus-battery +common-cpu-intel +common-gpu-nvidia +common-hidpi +common-pc-ssd
asus-zephyrus-ga401 nvidia +common-cpu-amd-pstate +common-gpu-amd +common-gpu-nvidia +common-pc-laptop +common-pc-ssd
asus-zephyrus-ga401iv nvidia +common-cpu-amd-pstate +common-gpu-amd +common-gpu-nvidia +common-pc-laptop +common-pc-ssd
asus-zephyrus-ga402 +common-cpu-amd-pstate +common-gpu-amd +common-pc-laptop +common-pc-ssd
asus-zephyrus-ga402x-amdgpu +common-cpu-amd-pstate +common-gpu-amd +common-pc-laptop +common-pc-ssd
asus-zephyrus-ga402x-nvidia nvidia +common-cpu-amd-pstate +common-gpu-amd +common-gpu-nvidia +common-pc-laptop +common-pc-ssd
asus-zephyrus-ga502 nvidia +common-cpu-amd +common-gpu-nvidia +common-pc-laptop +common-pc-ssd
asus-zephyrus-ga503 nvidia +common-cpu-amd +common-gpu-nvidia +common-pc-laptop +common-pc-ssd
asus-zephyrus-gu603h nvidia +common-cpu-intel +common-gpu-nvidia +common-pc-laptop +common-pc-ssd
asus-zephyrus-gu605cw nvidia tuned +common-cpu-intel +common-gpu-nvidia +common-pc-laptop +common-pc-ssd
asus-zephyrus-gu605my nvidia +common-cpu-intel +common-gpu-nvidia +common-pc-laptop +common-pc-ssd
beagleboard-pocketbeagle armv7l extlinux
chuwi-minibook-x +common-cpu-intel +common-hidpi +common-pc-laptop +common-pc-ssd
common-cpu-amd
common-cpu-amd-pstate +common-cpu-amd
common-cpu-amd-raphael-igpu +common-cpu-amd
common-cpu-amd-zenpower +common-cpu-amd
common-cpu-intel +common-cpu-intel-cpu-only +common-gpu-intel
common-cpu-intel-cpu-only
common-gpu-amd
common-gpu-amd-sea-islands +common-gpu-amd
common-gpu-amd-southern-islands +common-gpu-amd
common-gpu-intel
common-gpu-intel-disable no-intel
common-gpu-nvidia any nvidia no-bus-ids +common-gpu-nvidia-nonprime
common-gpu-nvidia-disable any no-nvidia
common-gpu-nvidia-nonprime any nvidia
common-gpu-nvidia-sync any nvidia no-bus-ids no-offload +common-gpu-nvidia-nonprime
common-hidpi any
common-networking-intel-x550 any
common-pc any
common-pc-laptop any +common-pc
common-pc-laptop-hdd any
common-pc-laptop-ssd any
common-pc-ssd any
deciso-dec
dell-g3-3579 nvidia closed vaapi +common-cpu-intel-cpu-only +common-gpu-intel +common-gpu-nvidia +common-pc-laptop +common-pc-ssd
dell-g3-3779 nvidia closed +common-cpu-intel +common-gpu-nvidia +common-pc-laptop +common-pc-ssd
dell-inspiron-14-5420 +common-cpu-intel +common-pc-laptop +common-pc-ssd
dell-inspiron-3442 vaapi +common-cpu-intel-cpu-only +common-gpu-intel +common-pc-laptop
dell-inspiron-5509 vaapi +common-cpu-intel-cpu-only +common-gpu-intel +common-pc-laptop +common-pc-ssd
dell-inspiron-5515 +common-pc-laptop +common-pc-ssd
dell-inspiron-7405 +common-cpu-amd +common-gpu-amd +common-pc-laptop +common-pc-ssd
dell-inspiron-7460 nvidia closed vaapi +common-gpu-intel +common-gpu-nvidia +common-pc-laptop +common-pc-ssd
dell-inspiron-7559 nvidia closed vaapi +common-cpu-intel-cpu-only +common-gpu-intel +common-gpu-nvidia +common-pc-laptop +common-pc-laptop-hdd
dell-latitude-3340 +common-cpu-intel +common-pc-laptop +common-pc-ssd
dell-latitude-3480 +common-cpu-intel +common-pc-laptop +common-pc-ssd
dell-latitude-5490 +common-cpu-intel +common-pc-laptop +common-pc-ssd
dell-latitude-5520 +common-cpu-intel +common-pc-laptop +common-pc-ssd
dell-latitude-7280 +common-cpu-intel +common-pc-laptop +common-pc-ssd
dell-latitude-7390 +common-cpu-intel +common-pc-laptop
dell-latitude-7420 vaapi +common-cpu-intel-cpu-only +common-gpu-intel +common-pc-laptop +common-pc-ssd
dell-latitude-7430 +common-cpu-intel +common-pc-laptop +common-pc-ssd
dell-latitude-7490 +common-cpu-intel +common-pc-laptop
dell-latitude-9430 +common-cpu-intel +common-pc-laptop +common-pc-ssd
dell-latitude-e7240 +common-cpu-intel +common-pc-laptop
dell-latitude-e7440 vaapi +common-cpu-intel-cpu-only +common-gpu-intel +common-pc-laptop +common-pc-ssd
dell-optiplex-3050 +common-cpu-intel +common-pc +common-pc-ssd
dell-poweredge-r7515 +common-cpu-amd
dell-precision-3490-intel vaapi +common-cpu-intel-cpu-only +common-gpu-intel +common-pc-laptop
dell-precision-3490-nvidia nvidia vaapi +common-cpu-intel-cpu-only +common-gpu-intel +common-gpu-nvidia-nonprime +common-pc-laptop
dell-precision-3541 no-nvidia +common-cpu-intel +common-gpu-nvidia-disable +common-pc-laptop
dell-precision-5490 nvidia +common-gpu-nvidia-nonprime
dell-precision-5530 nvidia closed vaapi +common-cpu-intel-cpu-only +common-gpu-intel +common-gpu-nvidia +common-pc-laptop +common-pc-ssd
dell-precision-5560 nvidia vaapi +common-cpu-intel-cpu-only +common-gpu-intel +common-gpu-nvidia-nonprime +common-pc-laptop +common-pc-ssd
dell-precision-5570 nvidia vaapi +common-cpu-intel-cpu-only +common-gpu-intel +common-gpu-nvidia +common-pc-laptop +common-pc-ssd
dell-precision-5820 nvidia +common-cpu-intel +common-gpu-nvidia-nonprime +common-pc +common-pc-ssd
dell-precision-7520 nvidia vaapi +common-cpu-intel-cpu-only +common-gpu-intel +common-gpu-nvidia-nonprime +common-pc-laptop +common-pc-ssd
dell-xps-13-7390 +common-cpu-intel +common-pc-laptop +common-pc-ssd
dell-xps-13-9300 +common-cpu-intel +common-pc-laptop +common-pc-ssd
dell-xps-13-9310 unfree +common-cpu-intel +common-pc-laptop +common-pc-ssd
dell-xps-13-9315 unfree +common-cpu-intel +common-pc-laptop +common-pc-ssd
dell-xps-13-9333 +common-cpu-intel +common-pc-laptop +common-pc-ssd
dell-xps-13-9343 +common-cpu-intel +common-pc-laptop +common-pc-ssd
dell-xps-13-9350 vaapi +common-cpu-intel-cpu-only +common-gpu-intel +common-pc-laptop +common-pc-ssd
dell-xps-13-9360 vaapi +common-cpu-intel-cpu-only +common-gpu-intel +common-pc-laptop
dell-xps-13-9370 vaapi +common-cpu-intel-cpu-only +common-gpu-intel +common-pc-laptop
dell-xps-13-9380 +common-cpu-intel +common-pc-laptop
dell-xps-15-7590 +common-cpu-intel +common-pc-laptop +common-pc-ssd
dell-xps-15-7590-nvidia nvidia +common-gpu-nvidia +dell-xps-15-7590
dell-xps-15-9500 unfree +common-cpu-intel +common-pc-laptop +common-pc-ssd
dell-xps-15-9500-nvidia nvidia unfree +common-gpu-nvidia +dell-xps-15-9500
dell-xps-15-9510 +common-cpu-intel +common-pc-laptop +common-pc-ssd
dell-xps-15-9510-nvidia nvidia +common-gpu-nvidia
dell-xps-15-9520 vaapi +common-cpu-intel +common-pc-laptop +common-pc-ssd
dell-xps-15-9520-nvidia nvidia vaapi +common-gpu-nvidia +dell-xps-15-9520
dell-xps-15-9530 +common-cpu-intel +common-pc-laptop +common-pc-ssd
dell-xps-15-9530-nvidia nvidia +common-gpu-nvidia +dell-xps-15-9530
dell-xps-15-9550 +common-cpu-intel +common-pc-laptop
dell-xps-15-9550-nvidia nvidia closed +common-gpu-nvidia +dell-xps-15-9550
dell-xps-15-9560 nvidia closed vaapi +common-cpu-intel-cpu-only +common-gpu-intel +common-gpu-nvidia-nonprime +common-pc-laptop
dell-xps-15-9560-intel no-nvidia vaapi +common-cpu-intel-cpu-only +common-gpu-intel +common-gpu-nvidia-disable +common-pc-laptop
dell-xps-15-9560-nvidia nvidia closed +common-cpu-intel +common-gpu-nvidia +common-pc-laptop
dell-xps-15-9570 vaapi +common-cpu-intel-cpu-only +common-gpu-intel +common-pc-laptop
dell-xps-15-9570-intel no-nvidia vaapi +common-cpu-intel-cpu-only +common-gpu-intel +common-gpu-nvidia-disable +common-pc-laptop
dell-xps-15-9570-nvidia nvidia closed vaapi +common-cpu-intel-cpu-only +common-gpu-intel +common-gpu-nvidia +common-pc-laptop
dell-xps-17-9700-intel no-nvidia +common-cpu-intel +common-gpu-nvidia-disable +common-pc-laptop
dell-xps-17-9700-nvidia nvidia +common-cpu-intel +common-gpu-nvidia +common-pc-laptop
dell-xps-17-9710-intel +common-cpu-intel +common-pc-laptop +common-pc-ssd
focus-m2-gen1 nvidia +common-cpu-intel +common-gpu-nvidia +common-pc-laptop +common-pc-ssd
framework-11th-gen-intel +common-cpu-intel +common-pc-laptop +common-pc-ssd
framework-12-13th-gen-intel +common-cpu-intel +common-pc-laptop +common-pc-ssd
framework-12th-gen-intel +common-cpu-intel +common-pc-laptop +common-pc-ssd
framework-13-7040-amd +common-cpu-amd-pstate +common-cpu-amd-raphael-igpu +common-gpu-amd +common-pc-laptop +common-pc-ssd
framework-13th-gen-intel +framework-12th-gen-intel
framework-16-7040-amd +common-cpu-amd-pstate +common-cpu-amd-raphael-igpu +common-gpu-amd +common-pc-laptop +common-pc-ssd
framework-16-amd-ai-300-series +common-cpu-amd-pstate +common-gpu-amd +common-pc-laptop +common-pc-ssd
framework-16-amd-ai-300-series-nvidia nvidia +common-gpu-nvidia +framework-16-amd-ai-300-series
framework-amd-ai-300-series +common-cpu-amd-pstate +common-gpu-amd +common-pc-laptop +common-pc-ssd
framework-desktop-amd-ai-max-300-series +common-cpu-amd-pstate +common-gpu-amd +common-pc-ssd
framework-intel-core-ultra-series1 +common-cpu-intel +common-pc-laptop +common-pc-ssd
framework-intel-core-ultra-series3 +common-cpu-intel +common-pc-laptop +common-pc-ssd
friendlyarm-nanopc-t4 aarch64 extlinux
friendlyarm-nanopi-r5s aarch64 extlinux
fydetab-duo aarch64 kernel
gigabyte-b550
gigabyte-b650
gmktec-nucbox-g3-plus vaapi +common-cpu-intel-cpu-only +common-gpu-intel +common-pc-ssd
google-brya vaapi +common-cpu-intel-cpu-only +common-gpu-intel +common-pc-laptop +common-pc-ssd
google-pixelbook vaapi +common-cpu-intel-cpu-only +common-gpu-intel +common-pc-laptop +common-pc-ssd
google-rex vaapi +common-cpu-intel-cpu-only +common-gpu-intel +common-pc-laptop +common-pc-ssd
gpd-micropc +common-pc-laptop +common-pc-ssd
gpd-p2-max vaapi +common-cpu-intel-cpu-only +common-gpu-intel +common-hidpi +common-pc-laptop +common-pc-ssd
gpd-pocket-3 +common-hidpi +common-pc-laptop +common-pc-ssd
gpd-pocket-4 +common-cpu-amd-pstate +common-gpu-amd +common-hidpi +common-pc-laptop +common-pc-ssd
gpd-win-2 +common-cpu-intel +common-pc-ssd
gpd-win-max-2-2023 +common-cpu-amd-pstate +common-gpu-amd +common-hidpi +common-pc-laptop +common-pc-ssd
gpd-win-mini-2024 +common-cpu-amd-pstate +common-gpu-amd +common-hidpi +common-pc-laptop +common-pc-ssd
hardkernel-odroid-h3 vaapi +common-cpu-intel-cpu-only +common-gpu-intel
hardkernel-odroid-h4 vaapi +common-cpu-intel-cpu-only +common-gpu-intel
hardkernel-odroid-hc4 aarch64
hardkernel-odroid-m1 aarch64
hp-elitebook-2560p broken vaapi +common-cpu-intel-cpu-only +common-gpu-intel +common-pc-laptop +common-pc-laptop-hdd
hp-elitebook-830g6 unfree +common-cpu-intel +common-pc-laptop +common-pc-ssd
hp-elitebook-845g7 +common-cpu-amd-pstate +common-gpu-amd +common-pc-laptop +common-pc-ssd
hp-elitebook-845g8 +common-cpu-amd-pstate +common-gpu-amd +common-pc-laptop +common-pc-ssd
hp-elitebook-845g9 +common-cpu-amd-pstate +common-gpu-amd +common-pc-laptop +common-pc-ssd
hp-laptop-14s-dq2024nf vaapi +common-cpu-intel-cpu-only +common-gpu-intel +common-pc-laptop +common-pc-ssd
hp-laptop-15s-fq1xxx vaapi +common-cpu-intel-cpu-only +common-gpu-intel +common-pc-laptop +common-pc-ssd
hp-notebook-14-df0023 vaapi +common-cpu-intel-cpu-only +common-gpu-intel +common-pc-laptop +common-pc-laptop-hdd
hp-probook-440G5 vaapi +common-cpu-intel-cpu-only +common-gpu-intel +common-pc-laptop +common-pc-ssd
hp-probook-460G11 vaapi +common-cpu-intel-cpu-only +common-gpu-intel +common-pc-laptop +common-pc-ssd
huawei-machc-wa nvidia closed vaapi +common-cpu-intel-cpu-only +common-gpu-intel +common-gpu-nvidia +common-pc-laptop +common-pc-ssd
intel-nuc-12wshi7 vaapi +common-cpu-intel-cpu-only +common-gpu-intel +common-pc +common-pc-ssd
intel-nuc-5i5ryb vaapi +common-cpu-intel-cpu-only +common-gpu-intel +common-pc +common-pc-ssd
intel-nuc-7i3bnb vaapi +common-cpu-intel-cpu-only +common-gpu-intel +common-pc +common-pc-ssd
intel-nuc-8i7beh +common-cpu-intel
kobol-helios4 armv7l kernel
lenovo-ideacentre-k330 nvidia closed +common-cpu-intel +common-gpu-amd +common-gpu-nvidia-nonprime +common-pc
lenovo-ideapad-14imh9 vaapi +common-cpu-intel-cpu-only +common-gpu-intel +common-pc-laptop +common-pc-ssd
lenovo-ideapad-15ach6 nvidia +common-cpu-amd-pstate +common-gpu-amd +common-gpu-nvidia +common-pc-laptop +common-pc-ssd
lenovo-ideapad-15alc6 +common-cpu-amd +common-gpu-amd +common-pc-laptop +common-pc-ssd
lenovo-ideapad-15arh05 nvidia +common-cpu-amd +common-gpu-nvidia +common-pc-laptop +common-pc-ssd
lenovo-ideapad-16ach6 nvidia +common-cpu-amd-pstate +common-gpu-amd +common-gpu-nvidia +common-pc-laptop +common-pc-ssd
lenovo-ideapad-16ahp9 +common-cpu-amd-pstate +common-gpu-amd +common-pc-laptop +common-pc-ssd
lenovo-ideapad-s145-15api +common-cpu-amd +common-gpu-amd-southern-islands
lenovo-ideapad-s5-16iah8 vaapi +common-cpu-intel-cpu-only +common-gpu-intel +common-pc-laptop +common-pc-ssd
lenovo-ideapad-slim-5 +common-cpu-amd +common-gpu-amd +common-pc-laptop +common-pc-ssd
lenovo-ideapad-z510 +common-cpu-intel +common-pc-laptop
lenovo-legion-15ach6 nvidia +common-cpu-amd +common-gpu-amd +common-gpu-nvidia +common-hidpi +common-pc-laptop +common-pc-ssd
lenovo-legion-15ach6h nvidia no-offload +lenovo-legion-15ach6h-hybrid
lenovo-legion-15ach6h-hybrid nvidia +common-cpu-amd-pstate +common-gpu-amd +common-gpu-nvidia +common-pc-laptop +common-pc-ssd
lenovo-legion-15ach6h-nvidia nvidia no-offload +lenovo-legion-15ach6h-hybrid
lenovo-legion-15arh05h nvidia +common-cpu-amd +common-gpu-nvidia +common-pc-laptop +common-pc-ssd
lenovo-legion-16ach6h nvidia no-offload +lenovo-legion-16ach6h-hybrid
lenovo-legion-16ach6h-hybrid nvidia +common-cpu-amd-pstate +common-cpu-amd-zenpower +common-gpu-amd +common-gpu-nvidia +common-pc-laptop +common-pc-ssd
lenovo-legion-16ach6h-nvidia nvidia no-offload +lenovo-legion-16ach6h-hybrid
lenovo-legion-16achg6-hybrid nvidia +common-cpu-amd-pstate +common-gpu-amd +common-gpu-nvidia +common-pc-laptop +common-pc-ssd
lenovo-legion-16achg6-nvidia nvidia no-offload +lenovo-legion-16achg6-hybrid
lenovo-legion-16aph8 nvidia no-offload +common-cpu-amd-pstate +common-gpu-amd +common-gpu-nvidia-nonprime +common-pc-laptop +common-pc-ssd
lenovo-legion-16arh7h-hybrid nvidia +common-cpu-amd-pstate +common-gpu-nvidia +common-pc-laptop +common-pc-ssd
lenovo-legion-16arh7h-igpu-only no-nvidia +common-cpu-amd-pstate +common-gpu-amd +common-gpu-nvidia-disable +common-pc-laptop +common-pc-ssd
lenovo-legion-16arha7 unfree +common-cpu-amd-pstate +common-gpu-amd +common-pc-laptop +common-pc-ssd
lenovo-legion-16iah7h nvidia +common-cpu-intel +common-gpu-nvidia +common-hidpi +common-pc-laptop +common-pc-ssd
lenovo-legion-16iax10h nvidia +common-cpu-intel +common-gpu-nvidia +common-hidpi +common-pc-laptop +common-pc-ssd
lenovo-legion-16irx8h nvidia +common-cpu-intel +common-gpu-nvidia +common-hidpi +common-pc-laptop +common-pc-ssd
lenovo-legion-16irx9h nvidia +common-cpu-intel +common-gpu-nvidia +common-hidpi +common-pc-laptop +common-pc-ssd
lenovo-legion-16ithg6 nvidia +common-cpu-intel +common-gpu-nvidia +common-hidpi +common-pc-laptop +common-pc-ssd
lenovo-legion-t526amr5 nvidia +common-cpu-amd +common-gpu-nvidia-nonprime +common-pc-ssd
lenovo-legion-y530-15ich nvidia closed vaapi +common-cpu-intel-cpu-only +common-gpu-intel +common-gpu-nvidia +common-pc-laptop +common-pc-laptop-hdd +common-pc-ssd
lenovo-thinkpad +common-pc-laptop
lenovo-thinkpad-a475 +common-cpu-amd-pstate +common-gpu-amd +common-pc-laptop-hdd +common-pc-ssd +lenovo-thinkpad
lenovo-thinkpad-e14-amd +common-cpu-amd +common-gpu-amd +common-pc-ssd +lenovo-thinkpad
lenovo-thinkpad-e14-intel vaapi +common-cpu-intel-cpu-only +common-gpu-intel +common-pc-ssd +lenovo-thinkpad
lenovo-thinkpad-e14-intel-gen2 vaapi +common-cpu-intel-cpu-only +common-gpu-intel +common-pc-ssd +lenovo-thinkpad
lenovo-thinkpad-e14-intel-gen4 vaapi +common-cpu-intel-cpu-only +common-gpu-intel +common-pc-ssd +lenovo-thinkpad
lenovo-thinkpad-e14-intel-gen6 vaapi +common-cpu-intel-cpu-only +common-gpu-intel +common-pc-ssd +lenovo-thinkpad
lenovo-thinkpad-e15-intel vaapi +common-cpu-intel-cpu-only +common-gpu-intel +common-pc-ssd +lenovo-thinkpad
lenovo-thinkpad-e470 nvidia closed vaapi +common-cpu-intel-cpu-only +common-gpu-intel +common-gpu-nvidia +lenovo-thinkpad
lenovo-thinkpad-e495 +common-cpu-amd +lenovo-thinkpad
lenovo-thinkpad-l13 +common-cpu-intel +common-pc-ssd +lenovo-thinkpad
lenovo-thinkpad-l13-yoga +lenovo-thinkpad-l13
lenovo-thinkpad-l14-amd +common-cpu-amd +common-gpu-amd +common-pc-ssd +lenovo-thinkpad
lenovo-thinkpad-l14-intel +common-cpu-intel +common-pc-ssd +lenovo-thinkpad
lenovo-thinkpad-l480 vaapi +common-cpu-intel-cpu-only +common-gpu-intel +common-pc-ssd +lenovo-thinkpad
lenovo-thinkpad-p1 +common-cpu-intel +common-pc-ssd
lenovo-thinkpad-p1-gen3 nvidia +lenovo-thinkpad-p1
lenovo-thinkpad-p14s-amd-gen1 +common-cpu-amd +common-gpu-amd +common-pc-ssd +lenovo-thinkpad
lenovo-thinkpad-p14s-amd-gen2 +common-cpu-amd-pstate +common-gpu-amd +common-pc-ssd +lenovo-thinkpad
lenovo-thinkpad-p14s-amd-gen3 +common-cpu-amd-pstate +common-gpu-amd +common-pc-ssd +lenovo-thinkpad
lenovo-thinkpad-p14s-amd-gen4 +common-cpu-amd-pstate +common-gpu-amd +common-pc-ssd +lenovo-thinkpad
lenovo-thinkpad-p14s-amd-gen5 +common-cpu-amd-pstate +common-gpu-amd +common-pc-ssd +lenovo-thinkpad
lenovo-thinkpad-p14s-amd-gen6 +common-cpu-amd-pstate +common-gpu-amd +common-pc-ssd +lenovo-thinkpad
lenovo-thinkpad-p14s-intel-gen2 nvidia vaapi +common-cpu-intel +common-gpu-nvidia +common-pc-ssd +lenovo-thinkpad
lenovo-thinkpad-p14s-intel-gen3 nvidia +common-cpu-intel +common-gpu-nvidia +common-pc-ssd +lenovo-thinkpad
lenovo-thinkpad-p14s-intel-gen5 nvidia +common-cpu-intel +common-gpu-nvidia +common-pc-ssd +lenovo-thinkpad
lenovo-thinkpad-p15v-intel-gen3 nvidia vaapi +common-cpu-intel-cpu-only +common-gpu-intel +common-gpu-nvidia +common-pc-ssd +lenovo-thinkpad
lenovo-thinkpad-p16s-amd-gen1
lenovo-thinkpad-p16s-amd-gen2 +common-cpu-amd +common-gpu-amd +common-pc-ssd +lenovo-thinkpad
lenovo-thinkpad-p16s-amd-gen4 +common-cpu-amd +common-gpu-amd +common-pc-ssd +lenovo-thinkpad
lenovo-thinkpad-p16s-intel-gen2 nvidia +common-cpu-intel +common-gpu-nvidia +common-pc-ssd +lenovo-thinkpad
lenovo-thinkpad-p16s-intel-gen3 nvidia vaapi +common-cpu-intel-cpu-only +common-gpu-intel +common-gpu-nvidia +common-pc-ssd +lenovo-thinkpad
lenovo-thinkpad-p43s nvidia closed no-offload vaapi +common-cpu-intel-cpu-only +common-gpu-intel +common-gpu-nvidia-sync +common-pc-ssd +lenovo-thinkpad
lenovo-thinkpad-p50 nvidia closed unfree +common-cpu-intel +common-gpu-nvidia +lenovo-thinkpad
lenovo-thinkpad-p51 nvidia closed unfree vaapi +common-cpu-intel-cpu-only +common-gpu-intel +common-gpu-nvidia +lenovo-thinkpad
lenovo-thinkpad-p52 nvidia closed unfree +common-cpu-intel +common-gpu-nvidia +lenovo-thinkpad
lenovo-thinkpad-p53 +common-cpu-intel +lenovo-thinkpad
lenovo-thinkpad-t14 +common-pc-ssd +lenovo-thinkpad
lenovo-thinkpad-t14-amd-gen1 +common-cpu-amd +common-gpu-amd +lenovo-thinkpad-t14
lenovo-thinkpad-t14-amd-gen2 +common-cpu-amd-pstate +common-gpu-amd +lenovo-thinkpad-t14
lenovo-thinkpad-t14-amd-gen3 +common-cpu-amd-pstate +common-gpu-amd +lenovo-thinkpad-t14
lenovo-thinkpad-t14-amd-gen4 +common-cpu-amd-pstate +common-gpu-amd +lenovo-thinkpad-t14
lenovo-thinkpad-t14-amd-gen5 +common-cpu-amd-pstate +common-gpu-amd +lenovo-thinkpad-t14
lenovo-thinkpad-t14-intel-gen1 vaapi +common-cpu-intel +lenovo-thinkpad-t14
lenovo-thinkpad-t14-intel-gen1-nvidia nvidia closed no-offload vaapi +common-gpu-nvidia-sync +lenovo-thinkpad-t14-intel-gen1
lenovo-thinkpad-t14-intel-gen6 vaapi +common-cpu-intel-cpu-only +common-gpu-intel +lenovo-thinkpad-t14
lenovo-thinkpad-t14s +lenovo-thinkpad
lenovo-thinkpad-t14s-amd-gen1 +common-cpu-amd +common-gpu-amd +lenovo-thinkpad-t14s
lenovo-thinkpad-t14s-amd-gen4 +common-cpu-amd +common-gpu-amd +lenovo-thinkpad-t14s
lenovo-thinkpad-t410 +common-cpu-intel +lenovo-thinkpad
lenovo-thinkpad-t420 vaapi +common-cpu-intel-cpu-only +common-gpu-intel +lenovo-thinkpad
lenovo-thinkpad-t430 +common-cpu-intel +lenovo-thinkpad
lenovo-thinkpad-t440p +common-cpu-intel +lenovo-thinkpad
lenovo-thinkpad-t440s +common-cpu-intel +lenovo-thinkpad
lenovo-thinkpad-t450s +common-cpu-intel +lenovo-thinkpad
lenovo-thinkpad-t460 +common-cpu-intel +lenovo-thinkpad
lenovo-thinkpad-t460p +common-cpu-intel +lenovo-thinkpad
lenovo-thinkpad-t460s +common-cpu-intel +lenovo-thinkpad
lenovo-thinkpad-t470s +common-cpu-intel +lenovo-thinkpad
lenovo-thinkpad-t480 vaapi +common-cpu-intel-cpu-only +common-gpu-intel +common-pc-ssd +lenovo-thinkpad
lenovo-thinkpad-t480s +common-cpu-intel +common-pc-ssd +lenovo-thinkpad
lenovo-thinkpad-t490 +common-cpu-intel +lenovo-thinkpad
lenovo-thinkpad-t490s +common-cpu-intel +common-pc-ssd +lenovo-thinkpad
lenovo-thinkpad-t495 +common-cpu-amd +lenovo-thinkpad
lenovo-thinkpad-t520 vaapi +common-cpu-intel-cpu-only +common-gpu-intel +lenovo-thinkpad
lenovo-thinkpad-t550 +common-cpu-intel +lenovo-thinkpad
lenovo-thinkpad-t590 +common-cpu-intel +lenovo-thinkpad
lenovo-thinkpad-w520 vaapi +common-cpu-intel-cpu-only +common-gpu-intel +lenovo-thinkpad
lenovo-thinkpad-x1 +common-cpu-intel +lenovo-thinkpad
lenovo-thinkpad-x1-10th-gen +common-pc-ssd +lenovo-thinkpad-x1
lenovo-thinkpad-x1-11th-gen +common-pc-ssd +lenovo-thinkpad-x1
lenovo-thinkpad-x1-12th-gen vaapi +common-pc-ssd +lenovo-thinkpad-x1
lenovo-thinkpad-x1-13th-gen vaapi +common-cpu-intel-cpu-only +common-gpu-intel +common-pc-ssd
lenovo-thinkpad-x1-2nd-gen vaapi +common-pc-ssd +lenovo-thinkpad-x1
lenovo-thinkpad-x1-6th-gen vaapi +common-pc-ssd +lenovo-thinkpad-x1
lenovo-thinkpad-x1-7th-gen +common-pc-ssd +lenovo-thinkpad-x1
lenovo-thinkpad-x1-9th-gen +common-pc-ssd +lenovo-thinkpad-x1
lenovo-thinkpad-x1-extreme +common-cpu-intel +common-pc-ssd +lenovo-thinkpad
lenovo-thinkpad-x1-extreme-gen2 +lenovo-thinkpad-x1-extreme
lenovo-thinkpad-x1-extreme-gen3 +lenovo-thinkpad-x1-extreme
lenovo-thinkpad-x1-extreme-gen4 +lenovo-thinkpad-x1-extreme
lenovo-thinkpad-x1-nano +common-cpu-intel +common-pc-ssd +lenovo-thinkpad
lenovo-thinkpad-x1-nano-gen1 +lenovo-thinkpad-x1-nano
lenovo-thinkpad-x1-yoga +lenovo-thinkpad-x1
lenovo-thinkpad-x1-yoga-7th-gen +common-pc-ssd +lenovo-thinkpad-x1-yoga
lenovo-thinkpad-x1-yoga-8th-gen +common-pc-ssd +lenovo-thinkpad-x1-yoga
lenovo-thinkpad-x13-amd +common-cpu-amd +common-pc-ssd +lenovo-thinkpad
lenovo-thinkpad-x13-intel +common-cpu-intel +common-pc-ssd +lenovo-thinkpad
lenovo-thinkpad-x13-yoga +lenovo-thinkpad-x13-intel
lenovo-thinkpad-x13-yoga-3th-gen +lenovo-thinkpad-x13-yoga
lenovo-thinkpad-x13s aarch64 +lenovo-thinkpad
lenovo-thinkpad-x140e +common-cpu-amd +lenovo-thinkpad
lenovo-thinkpad-x200s +common-pc-laptop-hdd +lenovo-thinkpad
lenovo-thinkpad-x220 vaapi +common-cpu-intel-cpu-only +common-gpu-intel +common-pc-laptop-hdd +lenovo-thinkpad
lenovo-thinkpad-x230 +common-cpu-intel +lenovo-thinkpad
lenovo-thinkpad-x250 +common-cpu-intel +lenovo-thinkpad
lenovo-thinkpad-x260 +common-cpu-intel +lenovo-thinkpad
lenovo-thinkpad-x270 +common-cpu-intel +common-pc-ssd +lenovo-thinkpad
lenovo-thinkpad-x280 +common-cpu-intel +common-pc-ssd +lenovo-thinkpad
lenovo-thinkpad-x390 +common-cpu-intel +common-pc-ssd +lenovo-thinkpad
lenovo-thinkpad-z +common-cpu-amd-pstate +common-gpu-amd +common-pc-ssd +lenovo-thinkpad
lenovo-thinkpad-z13-gen1 +lenovo-thinkpad-z
lenovo-thinkpad-z13-gen2 +lenovo-thinkpad-z
lenovo-yoga-6-13ALC6 +common-gpu-amd
lenovo-yoga-7-14ARH7-amdgpu +common-cpu-amd-pstate +common-gpu-amd +common-pc-laptop +common-pc-ssd
lenovo-yoga-7-14ARH7-nvidia nvidia +common-cpu-amd-pstate +common-gpu-amd +common-gpu-nvidia +common-pc-laptop +common-pc-ssd
lenovo-yoga-7-14IAH7-hybrid nvidia vaapi +common-cpu-intel-cpu-only +common-gpu-intel +common-gpu-nvidia +common-pc-laptop +common-pc-ssd
lenovo-yoga-7-14IAH7-integrated no-nvidia vaapi +common-cpu-intel-cpu-only +common-gpu-intel +common-gpu-nvidia-disable +common-pc-laptop +common-pc-ssd
lenovo-yoga-7-14ILL10 vaapi +common-cpu-intel-cpu-only +common-gpu-intel +common-pc-laptop +common-pc-ssd
lenovo-yoga-7-slim-gen8
letsnote-cf-lx3 +common-cpu-intel +common-pc-laptop +common-pc-ssd
letsnote-cf-lx4 +common-cpu-intel +common-pc-laptop +common-pc-ssd
linglong-nova-studio +common-cpu-amd-pstate +common-cpu-amd-zenpower +common-gpu-amd +common-pc-ssd
malibal-aon-s1-intel no-nvidia +common-cpu-intel +common-gpu-nvidia-disable +common-pc-laptop +common-pc-ssd
mechrevo-gm5hg0a nvidia no-offload +common-cpu-amd-pstate +common-cpu-amd-raphael-igpu +common-cpu-amd-zenpower +common-gpu-amd +common-gpu-nvidia +common-hidpi +common-pc-laptop +common-pc-ssd
microchip-icicle-kit riscv64 kernel
microsoft-surface-common kernel
microsoft-surface-go unfree kernel vaapi +common-cpu-intel-cpu-only +common-gpu-intel +common-pc +common-pc-ssd +microsoft-surface-common
microsoft-surface-laptop-amd kernel +common-cpu-amd-pstate +common-gpu-amd +common-pc +common-pc-ssd +microsoft-surface-common
microsoft-surface-pro-3 kernel +microsoft-surface-pro-intel
microsoft-surface-pro-9 kernel +microsoft-surface-pro-intel
microsoft-surface-pro-intel kernel +common-cpu-intel +common-pc +common-pc-ssd +microsoft-surface-common
milkv-pioneer riscv64 kernel
minisforum-um690 +common-cpu-amd-pstate +common-gpu-amd +common-pc-ssd
minisforum-um690s +common-cpu-amd-pstate +common-gpu-amd +common-pc-ssd
minisforum-um790-pro +common-cpu-amd-pstate +common-gpu-amd +common-pc-ssd
minisforum-v3 +common-cpu-amd +common-gpu-amd +common-pc-laptop
mnt-reform-rk3588 aarch64 kernel extlinux
morefine-m600 +common-cpu-amd-pstate +common-gpu-amd
msi-b350-tomahawk +common-cpu-amd +common-pc +common-pc-ssd
msi-b550-a-pro +common-cpu-amd +common-pc +common-pc-ssd
msi-b550-tomahawk +common-cpu-amd +common-pc +common-pc-ssd
msi-gf63 nvidia +common-cpu-intel +common-gpu-nvidia +common-pc-laptop +common-pc-ssd
msi-gl62 nvidia closed +common-cpu-intel +common-gpu-nvidia +common-pc-laptop +common-pc-ssd
msi-gl65-10SDR-492 nvidia vaapi +common-cpu-intel-cpu-only +common-gpu-intel +common-gpu-nvidia +common-pc-laptop +common-pc-ssd
msi-gs60 +common-cpu-intel +common-pc-laptop
msi-prestige-15-a10sc nvidia vaapi +common-cpu-intel-cpu-only +common-gpu-intel +common-gpu-nvidia +common-pc-laptop +common-pc-ssd
msi-z370-pc-pro +common-cpu-intel-cpu-only +common-pc +common-pc-ssd
nxp-imx8mp-evk aarch64 kernel
nxp-imx8mq-evk aarch64 kernel
nxp-imx8qm-mek aarch64 kernel
nxp-imx93-evk aarch64 kernel
olimex-teres_i aarch64 extlinux
omen-14-fb0798ng nvidia +common-cpu-intel +common-gpu-nvidia +common-pc-laptop +common-pc-ssd
omen-15-ce002ns nvidia closed vaapi +common-cpu-intel-cpu-only +common-gpu-intel +common-gpu-nvidia-nonprime +common-pc-laptop +common-pc-laptop-hdd +common-pc-ssd
omen-15-en0002np nvidia +common-cpu-amd-pstate +common-gpu-nvidia +common-pc-laptop +common-pc-ssd
omen-15-en0010ca nvidia +common-cpu-amd-pstate +common-gpu-amd +common-gpu-nvidia +common-pc-laptop +common-pc-ssd
omen-15-en1007sa nvidia +common-cpu-amd-pstate +common-gpu-nvidia +common-pc-laptop +common-pc-ssd
omen-16-n0005ne +common-cpu-amd-pstate +common-gpu-amd +common-pc-laptop +common-pc-ssd
omen-16-n0280nd nvidia +common-cpu-amd-pstate +common-gpu-nvidia +common-pc-laptop +common-pc-ssd
onenetbook-4 +common-cpu-intel +common-pc-laptop +common-pc-ssd
pcengines-apu
pine64-pinebook-pro aarch64
pine64-rockpro64 aarch64
pine64-star64 riscv64 kernel extlinux
protectli-vp4670 vaapi +common-cpu-intel-cpu-only +common-gpu-intel
purism-librem-13v3 +common-cpu-intel +common-pc-laptop
purism-librem-15v3 +common-cpu-intel +common-pc-laptop
purism-librem-5r4 aarch64 kernel extlinux
radxa-rock-3c aarch64
raspberry-pi-2 aarch64 kernel extlinux
raspberry-pi-3 aarch64 kernel extlinux
raspberry-pi-4 aarch64 kernel extlinux
raspberry-pi-5 aarch64 kernel extlinux
razer-blade-14-RZ09-0530 nvidia unfree +common-cpu-amd +common-gpu-amd +common-gpu-nvidia +common-pc-laptop +common-pc-ssd
rock-4c-plus aarch64
rock-5b aarch64
rock-pi-4 aarch64
rock-pi-e aarch64
samsung-np900x3c
slimbook-hero-rpl-rtx nvidia +common-cpu-intel +common-gpu-nvidia +common-pc-laptop +common-pc-ssd
spacemit-k3-pico-itx riscv64 kernel extlinux
starfive-visionfive-2 riscv64 extlinux
starfive-visionfive-v1 riscv64 kernel extlinux
starlabs-starlite-i5 +common-cpu-intel +common-pc-laptop +common-pc-ssd
supermicro
supermicro-a1sri-2758f +supermicro
supermicro-m11sdv-8c-ln4f +common-cpu-amd +supermicro
supermicro-x10sll-f +supermicro
supermicro-x12scz-tln4f +common-cpu-intel +supermicro
system76 +common-pc
system76-darp6 +common-pc-laptop +common-pc-ssd +system76
system76-galp3 vaapi +common-cpu-intel-cpu-only +common-gpu-intel +common-hidpi +common-pc-ssd +system76
system76-galp5-1650 nvidia +common-gpu-nvidia +system76
system76-gaze18 nvidia +common-cpu-intel +common-gpu-nvidia +common-pc-laptop +common-pc-ssd +system76
system76-thelio-mega nvidia +common-cpu-amd +common-gpu-nvidia-nonprime
toshiba-swanky +common-cpu-intel +common-pc-laptop
tuxedo-aura-15-gen1 +common-cpu-amd +common-pc-laptop +common-pc-ssd
tuxedo-infinitybook-pro14-gen10-amd +common-cpu-amd +common-pc-laptop +common-pc-ssd
tuxedo-infinitybook-pro14-gen7 +common-cpu-intel +common-pc-laptop +common-pc-ssd
tuxedo-infinitybook-pro14-gen9-amd +common-cpu-amd +common-pc-laptop +common-pc-ssd
tuxedo-infinitybook-pro14-gen9-intel +common-cpu-intel +common-pc-laptop +common-pc-ssd
tuxedo-infinitybook-pro15-gen10-amd +common-cpu-amd +common-pc-laptop +common-pc-ssd
tuxedo-infinitybook-pro15-gen10-intel +common-cpu-intel +common-pc-laptop +common-pc-ssd
tuxedo-infinitybook-v4
tuxedo-pulse-14-gen3 +common-cpu-amd-pstate +common-cpu-amd-raphael-igpu +common-pc-laptop +common-pc-ssd
tuxedo-pulse-15-gen2 +common-cpu-amd-pstate +common-cpu-amd-zenpower +common-gpu-amd +common-hidpi +common-pc-laptop +common-pc-ssd
ucm-imx95 aarch64 kernel
xiaomi-redmibook-15-pro-2021 +common-cpu-intel +common-pc-laptop +common-pc-ssd
xiaomi-redmibook-16-pro-2024 +common-cpu-intel +common-pc-laptop +common-pc-ssd
`;

/**
 * Which computers a profile is for. A section names what is looked at, as the kernel shows it, and
 * the maker; a line in it a profile, and a pattern for the whole of that text. After `cpu` there
 * is one for the processor, where two generations have one name; after `else` the pattern is for
 * a family, which counts where none of its models does.
 *
 * Source: scripts/data/hardware-models.mjs.
 */
export const modelLines = String.raw`
[version LENOVO]
lenovo-thinkpad else ThinkPad .*
lenovo-thinkpad-a475 ThinkPad A475( W10DG)?
lenovo-thinkpad-e470 ThinkPad E470( W10DG)?
lenovo-thinkpad-e495 ThinkPad E495( W10DG)?
lenovo-thinkpad-l480 ThinkPad L480( W10DG)?
lenovo-thinkpad-p43s ThinkPad P43s( W10DG)?
lenovo-thinkpad-p50 ThinkPad P50( W10DG)?
lenovo-thinkpad-p51 ThinkPad P51( W10DG)?
lenovo-thinkpad-p52 ThinkPad P52( W10DG)?
lenovo-thinkpad-p53 ThinkPad P53( W10DG)?
lenovo-thinkpad-t410 ThinkPad T410( W10DG)?
lenovo-thinkpad-t420 ThinkPad T420( W10DG)?
lenovo-thinkpad-t430 ThinkPad T430( W10DG)?
lenovo-thinkpad-t440p ThinkPad T440p( W10DG)?
lenovo-thinkpad-t440s ThinkPad T440s( W10DG)?
lenovo-thinkpad-t450s ThinkPad T450s( W10DG)?
lenovo-thinkpad-t460 ThinkPad T460( W10DG)?
lenovo-thinkpad-t460p ThinkPad T460p( W10DG)?
lenovo-thinkpad-t460s ThinkPad T460s( W10DG)?
lenovo-thinkpad-t470s ThinkPad T470s( W10DG)?
lenovo-thinkpad-t480 ThinkPad T480( W10DG)?
lenovo-thinkpad-t480s ThinkPad T480s( W10DG)?
lenovo-thinkpad-t490 ThinkPad T490( W10DG)?
lenovo-thinkpad-t490s ThinkPad T490s( W10DG)?
lenovo-thinkpad-t495 ThinkPad T495( W10DG)?
lenovo-thinkpad-t520 ThinkPad T520( W10DG)?
lenovo-thinkpad-t550 ThinkPad T550( W10DG)?
lenovo-thinkpad-t590 ThinkPad T590( W10DG)?
lenovo-thinkpad-w520 ThinkPad W520( W10DG)?
lenovo-thinkpad-x140e ThinkPad X140e( W10DG)?
lenovo-thinkpad-x200s ThinkPad X200s( W10DG)?
lenovo-thinkpad-x220 ThinkPad X220( W10DG)?
lenovo-thinkpad-x230 ThinkPad X230( W10DG)?
lenovo-thinkpad-x250 ThinkPad X250( W10DG)?
lenovo-thinkpad-x260 ThinkPad X260( W10DG)?
lenovo-thinkpad-x270 ThinkPad X270( W10DG)?
lenovo-thinkpad-x280 ThinkPad X280( W10DG)?
lenovo-thinkpad-x390 ThinkPad X390( W10DG)?
lenovo-thinkpad-p14s-amd-gen1 ThinkPad P14s Gen ?1(a| AMD)? cpu amd
lenovo-thinkpad-p14s-amd-gen2 ThinkPad P14s Gen ?2(a| AMD)? cpu amd
lenovo-thinkpad-p14s-amd-gen3 ThinkPad P14s Gen ?3(a| AMD)? cpu amd
lenovo-thinkpad-p14s-amd-gen4 ThinkPad P14s Gen ?4(a| AMD)? cpu amd
lenovo-thinkpad-p14s-amd-gen5 ThinkPad P14s Gen ?5(a| AMD)? cpu amd
lenovo-thinkpad-p14s-amd-gen6 ThinkPad P14s Gen ?6(a| AMD)? cpu amd
lenovo-thinkpad-p14s-intel-gen2 ThinkPad P14s Gen ?2(i| Intel)? cpu intel
lenovo-thinkpad-p14s-intel-gen3 ThinkPad P14s Gen ?3(i| Intel)? cpu intel
lenovo-thinkpad-p14s-intel-gen5 ThinkPad P14s Gen ?5(i| Intel)? cpu intel
lenovo-thinkpad-p15v-intel-gen3 ThinkPad P15v Gen ?3(i| Intel)? cpu intel
lenovo-thinkpad-p16s-amd-gen1 ThinkPad P16s Gen ?1(a| AMD)? cpu amd
lenovo-thinkpad-p16s-amd-gen2 ThinkPad P16s Gen ?2(a| AMD)? cpu amd
lenovo-thinkpad-p16s-amd-gen4 ThinkPad P16s Gen ?4(a| AMD)? cpu amd
lenovo-thinkpad-p16s-intel-gen2 ThinkPad P16s Gen ?2(i| Intel)? cpu intel
lenovo-thinkpad-p16s-intel-gen3 ThinkPad P16s Gen ?3(i| Intel)? cpu intel
lenovo-thinkpad-t14-amd-gen1 ThinkPad T14 Gen ?1(a| AMD)? cpu amd
lenovo-thinkpad-t14-amd-gen2 ThinkPad T14 Gen ?2(a| AMD)? cpu amd
lenovo-thinkpad-t14-amd-gen3 ThinkPad T14 Gen ?3(a| AMD)? cpu amd
lenovo-thinkpad-t14-amd-gen4 ThinkPad T14 Gen ?4(a| AMD)? cpu amd
lenovo-thinkpad-t14-amd-gen5 ThinkPad T14 Gen ?5(a| AMD)? cpu amd
lenovo-thinkpad-t14-intel-gen1 ThinkPad T14 Gen ?1(i| Intel)? cpu intel
lenovo-thinkpad-t14-intel-gen6 ThinkPad T14 Gen ?6(i| Intel)? cpu intel
lenovo-thinkpad-t14s-amd-gen1 ThinkPad T14s Gen ?1(a| AMD)? cpu amd
lenovo-thinkpad-t14s-amd-gen4 ThinkPad T14s Gen ?4(a| AMD)? cpu amd
lenovo-thinkpad-e14-intel-gen2 ThinkPad E14 Gen ?2(i| Intel)? cpu intel
lenovo-thinkpad-e14-intel-gen4 ThinkPad E14 Gen ?4(i| Intel)? cpu intel
lenovo-thinkpad-e14-intel-gen6 ThinkPad E14 Gen ?6(i| Intel)? cpu intel
lenovo-thinkpad-t14-intel-gen1-nvidia ThinkPad T14 Gen 1 cpu intel
lenovo-thinkpad-e14-amd ThinkPad E14( Gen \d+a?)? cpu amd
lenovo-thinkpad-e14-intel ThinkPad E14 cpu intel
lenovo-thinkpad-e15-intel ThinkPad E15 cpu intel
lenovo-thinkpad-l13 ThinkPad L13( Gen 1)? cpu intel
lenovo-thinkpad-l13-yoga ThinkPad L13 Yoga( Gen 1)? cpu intel
lenovo-thinkpad-l14-amd ThinkPad L14 Gen \d+a? cpu amd
lenovo-thinkpad-l14-intel ThinkPad L14 Gen \d+i? cpu intel
lenovo-thinkpad-p1 ThinkPad P1( Gen 2)?
lenovo-thinkpad-p1-gen3 ThinkPad P1 Gen 3
lenovo-thinkpad-t14 else ThinkPad T14 Gen .*
lenovo-thinkpad-t14s else ThinkPad T14s Gen .* cpu (amd|intel)
lenovo-thinkpad-x1 else ThinkPad X1 Carbon.* cpu intel
lenovo-thinkpad-x1-2nd-gen ThinkPad X1 Carbon (2nd|Gen 2)
lenovo-thinkpad-x1-6th-gen ThinkPad X1 Carbon (6th|Gen 6)
lenovo-thinkpad-x1-7th-gen ThinkPad X1 Carbon (7th|Gen 7)
lenovo-thinkpad-x1-9th-gen ThinkPad X1 Carbon Gen 9
lenovo-thinkpad-x1-10th-gen ThinkPad X1 Carbon Gen 10
lenovo-thinkpad-x1-11th-gen ThinkPad X1 Carbon Gen 11
lenovo-thinkpad-x1-12th-gen ThinkPad X1 Carbon Gen 12
lenovo-thinkpad-x1-13th-gen ThinkPad X1 Carbon Gen 13
lenovo-thinkpad-x1-extreme ThinkPad X1 Extreme( 1st)?
lenovo-thinkpad-x1-extreme-gen2 ThinkPad X1 Extreme (2nd|Gen ?2)
lenovo-thinkpad-x1-extreme-gen3 ThinkPad X1 Extreme Gen 3
lenovo-thinkpad-x1-extreme-gen4 ThinkPad X1 Extreme Gen 4i?
lenovo-thinkpad-x1-nano else ThinkPad X1 Nano Gen .*
lenovo-thinkpad-x1-nano-gen1 ThinkPad X1 Nano Gen 1
lenovo-thinkpad-x1-yoga else ThinkPad X1 Yoga.*
lenovo-thinkpad-x1-yoga-7th-gen ThinkPad X1 Yoga Gen 7
lenovo-thinkpad-x1-yoga-8th-gen ThinkPad X1 Yoga Gen 8
lenovo-thinkpad-x13-amd ThinkPad X13 Gen \d+a? cpu amd
lenovo-thinkpad-x13-intel ThinkPad X13 Gen \d+i? cpu intel
lenovo-thinkpad-x13-yoga else ThinkPad X13 Yoga Gen .*
lenovo-thinkpad-x13-yoga-3th-gen ThinkPad X13 Yoga Gen 3
lenovo-thinkpad-z else ThinkPad Z1[36] Gen .*
lenovo-thinkpad-z13-gen1 ThinkPad Z13 Gen 1
lenovo-thinkpad-z13-gen2 ThinkPad Z13 Gen 2
lenovo-legion-15ach6 (Lenovo )?Legion( \S+)* 15ACH6
lenovo-legion-15ach6h (Lenovo )?Legion( \S+)* 15ACH6H
lenovo-legion-15ach6h-hybrid (Lenovo )?Legion( \S+)* 15ACH6H
lenovo-legion-15ach6h-nvidia (Lenovo )?Legion( \S+)* 15ACH6H
lenovo-legion-15arh05h (Lenovo )?Legion( \S+)* 15ARH05H
lenovo-legion-16ach6h (Lenovo )?Legion( \S+)* 16ACH6H
lenovo-legion-16ach6h-hybrid (Lenovo )?Legion( \S+)* 16ACH6H
lenovo-legion-16ach6h-nvidia (Lenovo )?Legion( \S+)* 16ACH6H
lenovo-legion-16achg6-hybrid (Lenovo )?Legion( \S+)* 16ACHg6
lenovo-legion-16achg6-nvidia (Lenovo )?Legion( \S+)* 16ACHg6
lenovo-legion-16aph8 (Lenovo )?Legion( \S+)* 16APH8
lenovo-legion-16arh7h-hybrid (Lenovo )?Legion( \S+)* 16ARH7H
lenovo-legion-16arh7h-igpu-only (Lenovo )?Legion( \S+)* 16ARH7H
lenovo-legion-16arha7 (Lenovo )?Legion( \S+)* 16ARHA7
lenovo-legion-16iah7h (Lenovo )?Legion( \S+)* 16IAH7H
lenovo-legion-16iax10h (Lenovo )?Legion( \S+)* 16IAX10H
lenovo-legion-16irx8h (Lenovo )?Legion( \S+)* 16IRX8H
lenovo-legion-16irx9h (Lenovo )?Legion( \S+)* 16IRX9H
lenovo-legion-16ithg6 (Lenovo )?Legion( \S+)* 16ITHg6
lenovo-legion-t526amr5 (Lenovo )?Legion( \S+)* T5 26AMR5
lenovo-legion-y530-15ich (Lenovo )?Legion( \S+)* Y530-15ICH(-1060)?
lenovo-ideapad-14imh9 IdeaPad Pro 5 14IMH9
lenovo-ideapad-15ach6 IdeaPad Gaming 3 15ACH6
lenovo-ideapad-15alc6 IdeaPad 3 15ALC6( Ub)?
lenovo-ideapad-15arh05 IdeaPad (Gaming|Geming) 3 15ARH05D?
lenovo-ideapad-16ach6 IdeaPad 5 Pro 16ACH6
lenovo-ideapad-16ahp9 IdeaPad Pro 5 16AHP9
lenovo-ideapad-s145-15api Lenovo IdeaPad S145-15API
lenovo-ideapad-s5-16iah8 IdeaPad Slim 5 16IAH8
lenovo-ideapad-slim-5 IdeaPad Slim 5 \w+ cpu amd
lenovo-ideapad-z510 Lenovo IdeaPad Z510
lenovo-yoga-6-13ALC6 Yoga 6[ -]13ALC6( Laptop)?
lenovo-yoga-7-14ARH7-amdgpu Yoga Slim 7 ProX 14ARH7
lenovo-yoga-7-14ARH7-nvidia Yoga Slim 7 ProX 14ARH7
lenovo-yoga-7-14IAH7-hybrid Yoga Slim 7 ProX 14IAH7
lenovo-yoga-7-14IAH7-integrated Yoga Slim 7 ProX 14IAH7
lenovo-yoga-7-14ILL10 Yoga 7 2-in-1 14ILL10
lenovo-yoga-7-slim-gen8 Yoga Slim 7 14APU8
[product Dell Inc\.]
dell-latitude-3480 Latitude 3480
dell-latitude-5490 Latitude 5490
dell-latitude-5520 Latitude 5520
dell-latitude-7280 Latitude 7280
dell-latitude-7390 Latitude 7390
dell-latitude-7420 Latitude 7420
dell-latitude-7430 Latitude 7430
dell-latitude-7490 Latitude 7490
dell-latitude-9430 Latitude 9430
dell-latitude-e7240 Latitude E7240
dell-latitude-e7440 Latitude E7440
dell-xps-13-7390 XPS 13 7390
dell-xps-13-9300 XPS 13 9300
dell-xps-13-9310 XPS 13 9310
dell-xps-13-9315 XPS 13 9315
dell-xps-13-9343 XPS 13 9343
dell-xps-13-9360 XPS 13 9360
dell-xps-13-9370 XPS 13 9370
dell-xps-13-9380 XPS 13 9380
dell-xps-15-7590 XPS 15 7590
dell-xps-15-9500 XPS 15 9500
dell-xps-15-9510 XPS 15 9510
dell-xps-15-9520 XPS 15 9520
dell-xps-15-9550 XPS 15 9550
dell-xps-15-9560 XPS 15 9560
dell-xps-15-9570 XPS 15 9570
dell-g3-3579 G3 3579
dell-g3-3779 G3 3779
dell-inspiron-3442 Inspiron 3442
dell-inspiron-5509 Inspiron 5509
dell-inspiron-7460 Inspiron 7460
dell-inspiron-7559 Inspiron 7559
dell-precision-5490 Precision 5490
dell-precision-5530 Precision 5530
dell-precision-5560 Precision 5560
dell-precision-5570 Precision 5570
dell-precision-7520 Precision 7520
dell-optiplex-3050 OptiPlex 3050
dell-poweredge-r7515 PowerEdge R7515
dell-xps-15-7590-nvidia XPS 15 7590
dell-xps-15-9500-nvidia XPS 15 9500
dell-xps-15-9510-nvidia XPS 15 9510
dell-xps-15-9520-nvidia XPS 15 9520
dell-xps-15-9550-nvidia XPS 15 9550
dell-xps-15-9560-nvidia XPS 15 9560
dell-xps-15-9570-nvidia XPS 15 9570
dell-xps-15-9560-intel XPS 15 9560
dell-xps-15-9570-intel XPS 15 9570
dell-xps-15-9530 XPS 15 9530 cpu .*13th Gen.*
dell-xps-15-9530-nvidia XPS 15 9530 cpu .*13th Gen.*
dell-xps-13-9350 XPS 13 9350 cpu .*Ultra.*
dell-xps-13-9333 XPS ?13 9333
dell-xps-17-9700-intel XPS 17 9700
dell-xps-17-9700-nvidia XPS 17 9700
dell-xps-17-9710-intel XPS 17 9710
dell-latitude-3340 Latitude 3340 cpu .*1[23]th Gen.*
dell-inspiron-14-5420 Inspiron 14 5420 cpu .*12th Gen.*
dell-inspiron-5515 Inspiron( 15)? 5515
dell-inspiron-7405 Inspiron 7405( 2n1)?
dell-precision-3490-intel Precision 3490
dell-precision-3490-nvidia Precision 3490
dell-precision-3541 Precision 3541
dell-precision-5820 Precision 5820 Tower( X-Series)?
[board ASUSTeK COMPUTER INC\.]
asus-ally-rc71l RC71L
asus-fa506ic FA506IC
asus-fa506nc FA506NC
asus-fa507nv FA507NV
asus-fa507rm FA507RM
asus-fa706ic FA706IC
asus-flow-gv302x-amdgpu GV302X[A-Z]
asus-flow-gv302x-nvidia GV302X[A-Z]
asus-flow-gz301vu GZ301VU
asus-fx504gd FX504GD
asus-fx506hm FX506HM
asus-pro-ws-x570-ace Pro WS X570-ACE
asus-proart-px13 else HN7306W[A-Z]
asus-proart-px13-hn7306eac HN7306EAC
asus-rog-gl552vw GL552VW
asus-rog-strix-g513im G513IM
asus-rog-strix-g533q G533Q[A-Z]
asus-rog-strix-g533zw G533ZW
asus-rog-strix-g713ie G713IE
asus-rog-strix-g733qs G733QS
asus-rog-strix-x570e ROG STRIX X570-E GAMING
asus-zenbook-um6702 UM6702R[A-Z]
asus-zenbook-ux371 UX371E[A-Z]
asus-zenbook-ux481-intelgpu UX481FLY?
asus-zenbook-ux481-nvidia UX481FLY?
asus-zenbook-ux535 UX535LI
asus-zephyrus-ga401 else GA401[IQ][A-Z]+
asus-zephyrus-ga401iv GA401IV
asus-zephyrus-ga402 GA402R[A-Z]
asus-zephyrus-ga402x-amdgpu GA402X[A-Z]
asus-zephyrus-ga402x-nvidia GA402X[A-Z]
asus-zephyrus-ga502 GA502I[A-Z]
asus-zephyrus-ga503 GA503[QR][A-Z]
asus-zephyrus-gu603h GU603H[A-Z]
asus-zephyrus-gu605cw GU605CW
asus-zephyrus-gu605my GU605MY
[product HP|Hewlett-Packard]
hp-elitebook-2560p HP EliteBook 2560p( Notebook PC)?
hp-elitebook-830g6 HP EliteBook 830 G6( Notebook PC)?
hp-elitebook-845g7 HP EliteBook 845 G7( Notebook PC)?
hp-elitebook-845g8 HP EliteBook 845 G8( Notebook PC)?
hp-elitebook-845g9 HP EliteBook 845( 14 inch)? G9( Notebook PC)?
hp-laptop-14s-dq2024nf (HP Laptop )?14s-dq2\w+
hp-laptop-15s-fq1xxx (HP Laptop )?15s-fq1\w+
hp-notebook-14-df0023 (HP Laptop )?14-df0\w+
hp-probook-440G5 HP ProBook 440 G5( Notebook PC)?
hp-probook-460G11 HP ProBook 460( 16 inch)? G11( Notebook PC)?
omen-14-fb0798ng OMEN Transcend( Gaming)? Laptop 14-fb0\w+
omen-15-ce002ns OMEN by HP Laptop 15-ce0\w+
omen-15-en0002np OMEN( by HP)? Laptop 15-en0\w+
omen-15-en0010ca OMEN( by HP)? Laptop 15-en0\w+
omen-15-en1007sa OMEN( by HP)? Laptop 15-en1\w+
omen-16-n0005ne OMEN( by HP)?( Gaming)? Laptop 16-n0\w+
omen-16-n0280nd OMEN( by HP)?( Gaming)? Laptop 16-n0\w+
[product Apple Inc\.]
apple-imac-12-2 iMac12,2
apple-imac-14-2 iMac14,2
apple-imac-18-2 iMac18,2
apple-macbook-air-3 MacBookAir3,\d
apple-macbook-air-4 MacBookAir4,\d
apple-macbook-air-5 MacBookAir5,\d
apple-macbook-air-6 MacBookAir6,\d
apple-macbook-air-7 MacBookAir7,\d
apple-macbook-pro else MacBookPro([3-9]|1[0-4]),\d cpu intel
apple-macbook-pro-8-1 MacBookPro8,1
apple-macbook-pro-10-1 MacBookPro10,1
apple-macbook-pro-11-1 MacBookPro11,1
apple-macbook-pro-11-4 MacBookPro11,4
apple-macbook-pro-11-5 MacBookPro11,5
apple-macbook-pro-12-1 MacBookPro12,1
apple-macbook-pro-14-1 MacBookPro14,1
apple-macmini-4-1 Macmini4,1
apple-t2 MacBookPro(15,[1-4]|16,[1-4])|MacBookAir(8,[12]|9,1)|Macmini8,1|iMac20,[12]|iMacPro1,1|MacPro7,1
[product Framework]
framework-11th-gen-intel Laptop cpu 11th Gen.*
framework-12th-gen-intel Laptop \(12th Gen Intel Core\)
framework-13th-gen-intel Laptop \(13th Gen Intel Core\)
framework-12-13th-gen-intel Laptop 12 \(13th Gen Intel Core\)
framework-intel-core-ultra-series1 Laptop 13 \(Intel Core Ultra Series 1\)
framework-intel-core-ultra-series3 Laptop 13( Pro)? \(Intel Core Ultra Series 3\)
framework-13-7040-amd Laptop 13 \(AMD Ryzen 7040 ?Series\)
framework-amd-ai-300-series Laptop 13 \(AMD Ryzen AI 300 ?Series\)
framework-16-7040-amd Laptop 16 \(AMD Ryzen 7040 ?Series\)
framework-16-amd-ai-300-series Laptop 16 \(AMD Ryzen AI 300 ?Series\)
framework-16-amd-ai-300-series-nvidia Laptop 16 \(AMD Ryzen AI 300 ?Series\)
framework-desktop-amd-ai-max-300-series Desktop \(AMD Ryzen AI Max 300 ?Series\)
[product Microsoft Corporation]
microsoft-surface-go Surface Go( [23])?
microsoft-surface-laptop-amd Surface Laptop [34] cpu amd
microsoft-surface-pro-3 Surface Pro 3
microsoft-surface-pro-9 Surface Pro 9 cpu intel
microsoft-surface-pro-intel Surface Pro( [4-8]|7\+| 7\+)?
[version System76(, Inc\.)?]
system76 else .*
system76-darp6 darp6
system76-galp3 galp3(-[bc])?
system76-galp5-1650 galp5
system76-gaze18 gaze18
system76-thelio-mega thelio-mega-.*
[product TUXEDO]
tuxedo-aura-15-gen1 TUXEDO Aura 15 Gen1
tuxedo-infinitybook-pro14-gen7 TUXEDO InfinityBook Pro Gen7 \(MK1\)
tuxedo-infinitybook-pro14-gen9-amd TUXEDO InfinityBook Pro AMD Gen9
tuxedo-infinitybook-pro14-gen9-intel TUXEDO InfinityBook Pro Intel Gen9
tuxedo-infinitybook-v4 InfinityBook_Pro13_14_v4
tuxedo-pulse-14-gen3 TUXEDO Pulse 14 Gen3
tuxedo-pulse-15-gen2 TUXEDO Pulse 15 Gen2
[product Micro-Star International Co\., Ltd\.?]
msi-gf63 GF63 (Thin (8SC|9SC|10SC)\w*)
msi-gl62 GL62M? 7R\w+
msi-gl65-10SDR-492 GL65 Leopard 10SDR
msi-gs60 GS60 .*
msi-prestige-15-a10sc Prestige 15 A10SC
[board Micro-Star International Co\., Ltd\.?]
msi-b350-tomahawk B350 TOMAHAWK \(MS-7A34\)
msi-b550-a-pro B550-A PRO \(MS-7C56\)
msi-b550-tomahawk MAG B550 TOMAHAWK \(MS-7C91\)
msi-z370-pc-pro Z370 PC PRO \(MS-7B49\)
[board Gigabyte Technology Co\., Ltd\.]
gigabyte-b550 B550.*
gigabyte-b650 B650.*
[board Intel Corporation]
intel-nuc-12wshi7 NUC12WSBi7
intel-nuc-5i5ryb NUC5i5RYB
intel-nuc-7i3bnb NUC7i3BNB
intel-nuc-8i7beh NUC8BEB cpu .*i7-8559U.*
[board Supermicro]
supermicro-a1sri-2758f A1SRi-2758F
supermicro-m11sdv-8c-ln4f M11SDV-8C-LN4F
supermicro-x10sll-f X10SLL-F
supermicro-x12scz-tln4f X12SCZ-TLN4F
[product GPD]
gpd-micropc MicroPC
gpd-p2-max P2 MAX
gpd-pocket-3 G1621-02
gpd-pocket-4 G1628-04
gpd-win-2 WIN2
gpd-win-max-2-2023 G1619-04 cpu .*7840U.*
gpd-win-mini-2024 G1617-01 cpu .*8[68]40U.*
[product Acer]
acer-aspire-4810t Aspire 4810T
acer-predator-helios-300-ph315-51 Predator PH315-51
[product Micro Computer.*]
minisforum-um690 UM690
minisforum-v3 V3
[product Purism]
purism-librem-13v3 Librem 13 v3
purism-librem-15v3 Librem 15 v3
[product Google|GOOGLE]
google-pixelbook Eve
toshiba-swanky Swanky
[product HUAWEI]
huawei-machc-wa MACHC-WAX9
[product TIMI]
xiaomi-redmibook-15-pro-2021 RedmiBook Pro 15
[product CHUWI.*]
chuwi-minibook-x MiniBook X
[product Razer]
razer-blade-14-RZ09-0530 Blade 14 - RZ09-0530
[sku Star Labs]
starlabs-starlite-i5 I5
[product SLIMBOOK]
slimbook-hero-rpl-rtx HERO-RPL-RTX
[product SAMSUNG ELECTRONICS CO\., LTD\.]
samsung-np900x3c 900X3C/.*
[product Panasonic Corporation]
letsnote-cf-lx3 CF-?LX3.*
letsnote-cf-lx4 CF-?LX4.*
[product PC Engines]
pcengines-apu APU\d?
[product Protectli]
protectli-vp4670 VP4670
[model]
friendlyarm-nanopc-t4 Friendly\w+ NanoPC-T4
friendlyarm-nanopi-r5s Friendly\w+ NanoPi R5S
hardkernel-odroid-hc4 Hardkernel ODROID-HC4
hardkernel-odroid-m1 (Hardkernel ODROID|Rockchip RK3568 ODROID)-M1.*
lenovo-thinkpad-x13s Lenovo ThinkPad X13s
olimex-teres_i Olimex A64 Teres-I
pine64-pinebook-pro Pine64 PineBook Pro
pine64-rockpro64 Pine64 RockPro64.*
purism-librem-5r4 Purism Librem 5r4
radxa-rock-3c Radxa ROCK 3C
raspberry-pi-2 Raspberry Pi 2 Model B.*
raspberry-pi-3 Raspberry Pi 3 Model (A|B).*
raspberry-pi-4 Raspberry Pi (4 Model B|400|Compute Module 4).*
raspberry-pi-5 Raspberry Pi (5 Model B|500|Compute Module 5).*
rock-4c-plus Radxa ROCK 4C\+
rock-5b Radxa ROCK 5B
rock-pi-4 Radxa ROCK Pi 4[ABC]?\+?
rock-pi-e Radxa ROCK Pi E
`;
