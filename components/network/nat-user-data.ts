/**
 * First-boot script of a NAT instance on Amazon Linux 2023: forwards, masquerades what leaves the VPC, drops the rest.
 * It names no interface, so it holds on any instance type. A change to it replaces the instance.
 */
export function natUserData(cidr: string): string {
  return `#!/bin/bash
set -euo pipefail

cat > /etc/sysctl.d/90-nat.conf <<'SYSCTL'
net.ipv4.ip_forward = 1
net.ipv4.ip_local_port_range = 1024 65535
SYSCTL
sysctl --load /etc/sysctl.d/90-nat.conf

# The image has the kernel part of nftables only; the package mirror may need a moment at boot.
for attempt in 1 2 3 4 5 6; do
  dnf install --assumeyes nftables && break
  sleep 10
done

cat > /etc/sysconfig/nftables.conf <<'RULES'
flush ruleset
table ip nat {
  chain postrouting {
    type nat hook postrouting priority srcnat; policy accept;
    ip saddr ${cidr} ip daddr != ${cidr} masquerade
  }
}
table ip filter {
  chain forward {
    type filter hook forward priority filter; policy drop;
    ct state established,related accept
    ip saddr ${cidr} accept
  }
}
RULES
systemctl enable --now nftables
`;
}
