#!/bin/sh
# Fetches and unpacks the font sources: npm packages, and Debian packages (Debian 12, nothing is installed).
# usage: fetch.sh SOURCES
set -eu
mkdir -p "$1"
cd "$1"

for name in noto-serif-sc noto-sans-sc; do
  npm pack --silent "@expo-google-fonts/$name@0.4.3"
  mkdir -p "$name"
  tar -xzf "expo-google-fonts-$name-0.4.3.tgz" -C "$name"
done

apt-get download texlive-lang-chinese fonts-babelstone-han unicode-data
dpkg -x texlive-lang-chinese_2022.20230122-1_all.deb texlive
dpkg -x fonts-babelstone-han_15.0.5-2_all.deb babelstone
dpkg -x unicode-data_15.0.0-1_all.deb unicode-data
