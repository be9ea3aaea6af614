@echo off
rem Jendela perintah yang mengenal naskah: jendela-naskah.cmd [FOLDER]
chcp 65001 >nul
title naskah
set "PATH=%~dp0;%PATH%"
if not "%~1"=="" pushd "%~1"
cmd /k naskah
