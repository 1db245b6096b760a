// Made by scripts/data/system-users.mjs from NixOS's modules of 2024-08.

import { Words } from './words.js';

const names = new Words(`
_lldpd _tuptime acme activemq aerospike airsonic alerta amule apache-kafka archisteamfarm aria2
artalk asterisk atd audiobookshelf automatic-timezoned avahi avahi-autoipd bacula bazarr bbworker
bee bepasty bird-lg bird2 blendfarm boinc bookstack bosun brltty btrbk buildbot caddy cadvisor
calibre-server calibre-web cassandra ceph certspotter cfdyndns cfssl cgminer changedetection-io
chrony clamav clickhouse cloudflared cntlm cockroachdb collectd colord consul cosmic-greeter
couchdb crabfit crossfire cups datadog davfs2 db-rest dbus dde-dconfig-daemon deepin-anything
deepin-sound-player default deliantra deluge dhcpcd dictd discourse disnix distcc dkimproxy-out
dnscache dnscrypt-wrapper dnsdist dnsmasq docker-registry dolibarr dovecot dovecot2 dovenull2
dragonfly dspam duplicati ejabberd elasticsearch engelsystem epgstation errbot etcd
evdevremapkeys exim fcron filesender firebird flatpak foldingathome forgejo foundationdb freenet
frigate frr ftp fusion-inventory fwupd-refresh galene gateone gdm gemstash geoclue git gitea
gitlab gitlab-runner gitolite gnome-remote-desktop gnunet gocd-agent gocd-server goeland gogs
gollum gotosocial gpsd grafana graphite graylog greeter grocy guix-publish hacluster hadoop
haldaemon haproxy harmonia hass hbase hdfs headphones headscale heapster heisenbridge
hercules-ci-agent hitch hledger hockeypuck hound hqplayer httpfs hydra hydra-queue-runner
hydra-www hydron i2p i2pd icingaweb2 ihaskell inadyn infinoted influxdb influxdb2 iodined ipfs
ircd irkerd jackaudio jackett jellyfin jenkins jibri jupyter kanboard kanidm kanidm-unixd
kapacitor knot knot-resolver kodi komga kubernetes lambdabot leaps legit lidarr lightdm lighttpd
liquidsoap lirc litestream localtimed logcheck lxd-image-server magnetico mailman mailman-web
mapred mastodon matrix-appservice-irc matrix-synapse matterbridge mattermost maubot
mautrix-facebook mautrix-signal mautrix-whatsapp mchprs mediatomb memcached messagebus microsocks
microsoft-identity-broker mighttpd2 minecraft minetest minidlna minio mirakurun mjolnir
mjpg-streamer mlmmj monero monetdb mongodb moonraker moosefs mopidy mosquitto movim mpd munge
munin murmur mysql nagios namecoin nats navidrome ncdns neo4j netbox newrelic nextcloud nghttpx
nginx ngircd nifi nix-ssh nixbld nixseparatedebuginfod nm-iodine nm-openvpn nntp-proxy nobody
nscd nsd nslcd ntfy-sh ntopng ntp nut nylon nzbget nzbhydra2 oauth2-proxy octoprint odoo oidentd
ombi onlyoffice opendkim openldap opensearch opentsdb openvpn orangefs osgi osrm owamp owncast
paperless patroni pcscd pdns pdns-recursor pdnsd peerflix peering-manager peertube peroxide
pgadmin pipewire pixelfed pixiecore plasmalogin plex plexpy plugdev podgrab polipo polkitd
polkituser portunus postfix postgres postgrey postsrsd powerdnsadmin privoxy prometheus promtail
prosody prosody-filer public-inbox pulse pulseaudio pyload qemu-libvirtd quassel quickwit
rabbitmq radarr radicale radicle radius radvd rdnssd readarr redmine redsocks restic rethinkdb
riemann riemanndash riemanntools ripple-data-api rippled roon-bridge roon-server root rpc rslsync
rspamd rss2email rstudio-server rtkit rtorrent rustdesk sabnzbd scanner schleuder scollector sddm
searx serviio shoko shout sickbeard siproxd siproxyd sks skydns slimserver slurm smbguest smtpd
smtpq snipeit sniproxy sogo sonarr spamd spark spiped squid sshd ssm-user stalwart-mail starbound
stargazer statsd step-ca subsonic supybot suwayomi syncoid syncthing taskd tcpcryptd teamspeak
telegraf terraria thelounge tinydns tinyproxy tomcat tor toxvpn traefik trafficserver
transmission trezord trilium tss tt_rss turnserver tvheadend unbound unifi unifi-poller
unifi-video unit uptimed usbmux usermetrics uucp uwsgi varnish vault vaultwarden vdr vnstatd
vsftpd webdav weechat wpa_supplicant writefreely wwwrun x2go xrdp xtreemfs yandexdisk yarn
youtrack zabbix zammad zerobin zeronsd zeyple zigbee2mqtt zitadel znc zoneminder zookeeper
`);

/** Nix's build users, all of systemd's, and the greeters of GDM, of which there are several. */
const families = /^(?:nixbld\d+|systemd-.+|gdm-greeter(?:-\d+)?)$/;

/**
 * Whether a NixOS has an account of this name itself, or will have it as soon as some service is
 * switched on. An ordinary user of that name fails to evaluate ("Exactly one of isSystemUser and
 * isNormalUser must be set", or a uid below 1000), or shares the service's account.
 *
 * Names that only a group has (`wheel`, `audio`, `users`) are not refused: users and groups are
 * separate lists, no assertion compares them, and an ordinary user's group is `users`. Nor is
 * `nixos`, who is an ordinary user, and there on the installer's live system only.
 *
 * Source: `ids.uids` of nixos/modules/misc/ids.nix and the accounts that modules declare, of
 * 2024-08, with the newer names of 26.05 that were found; 444 names and three families.
 */
export const isSystemUser = (name: string): boolean => families.test(name) || names.has(name);
