; The installer: for one user, without an administrator. Uninstalling leaves everybody's data alone.
; rilis/buat calls it with VERSION, FILES, ICON, KILOBYTES and OUT.
Target amd64-unicode
SetCompressor /SOLID lzma
RequestExecutionLevel user
ManifestDPIAware true

!include "LogicLib.nsh"
!include "MUI2.nsh"

Name "naskah ${VERSION}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\naskah"
InstallDirRegKey HKCU "Software\naskah" "Folder"
BrandingText "naskah ${VERSION}"

VIProductVersion "${VERSION}.0"
VIFileVersion "${VERSION}.0"
VIAddVersionKey /LANG=1057 "CompanyName" "naskah"
VIAddVersionKey /LANG=1057 "OriginalFilename" "naskah-${VERSION}-pemasang.exe"
VIAddVersionKey /LANG=1057 "ProductName" "naskah"
VIAddVersionKey /LANG=1057 "FileDescription" "Pemasang naskah: naskah dinas rakor SPM"
VIAddVersionKey /LANG=1057 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=1057 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=1057 "LegalCopyright" "MIT atau Apache-2.0"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\naskah"
!define FOLDERS "Software\Classes\Directory"

!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_SHOWREADME "$INSTDIR\panduan-pengguna.pdf"
!define MUI_FINISHPAGE_SHOWREADME_TEXT "Buka panduan pengguna"
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Indonesian"

; An entry in the menu of a folder in Explorer: key, shown words, command.
!macro MenuOfFolder Key Words Command
  WriteRegStr HKCU "${FOLDERS}\shell\naskah.${Key}" "" "${Words}"
  WriteRegStr HKCU "${FOLDERS}\shell\naskah.${Key}" "Icon" "$INSTDIR\naskah.exe"
  WriteRegStr HKCU "${FOLDERS}\shell\naskah.${Key}\command" "" '${Command}'
!macroend

; Every file that is installed, and removed again.
!macro EachFile Each
  !insertmacro ${Each} "naskah.exe"
  !insertmacro ${Each} "panduan-pengguna.pdf"
  !insertmacro ${Each} "untuk-admin.txt"
  !insertmacro ${Each} "keamanan.txt"
  !insertmacro ${Each} "versi.txt"
  !insertmacro ${Each} "LICENSE-MIT.txt"
  !insertmacro ${Each} "LICENSE-APACHE.txt"
  !insertmacro ${Each} "lisensi-pustaka.html"
  !insertmacro ${Each} "lisensi-pustaka-baku.html"
  !insertmacro ${Each} "lisensi-bagian-baku.txt"
  !insertmacro ${Each} "lisensi-huruf.txt"
  !insertmacro ${Each} "jendela-naskah.cmd"
!macroend
!macro Unpack Name
  File "${FILES}/${Name}"
!macroend
!macro Remove Name
  Delete "$INSTDIR\${Name}"
!macroend

; Everything is unpacked beside what is there and then takes its place, so that a disk without
; room leaves the program that was installed before.
!define NEW "$INSTDIR\.baru"

; What another program holds open can be neither replaced nor removed: nothing is touched then.
!macro Stop Words
  SetOutPath "$TEMP"
  RMDir /r "${NEW}"
  MessageBox MB_OK|MB_ICONSTOP "${Words}" /SD IDOK
  SetErrorLevel 2
  Quit
!macroend
!macro OnlyWhenClosed Name
  ${If} ${FileExists} "$INSTDIR\${Name}"
    ClearErrors
    FileOpen $0 "$INSTDIR\${Name}" a
    ${If} ${Errors}
      !insertmacro Stop "${Name} sedang dipakai atau tidak boleh diganti. Tutup semua jendela naskah dan panduannya, lalu ulangi. Tidak ada yang diubah."
    ${EndIf}
    FileClose $0
  ${EndIf}
!macroend
; A file of somebody else in a folder in which naskah was never installed.
!macro OnlyOwn Name
  ${If} ${FileExists} "$INSTDIR\${Name}"
    !insertmacro Stop "Folder $INSTDIR berisi ${Name} yang bukan dari pemasang ini. Pilih folder lain. Tidak ada yang diubah."
  ${EndIf}
!macroend

; The old file steps aside and comes back when the new one cannot take its place: a scanner may
; hold what was just unpacked, so that it is tried for some seconds.
!macro TakePlace Name
  Delete "$INSTDIR\${Name}.lama"
  Rename "$INSTDIR\${Name}" "$INSTDIR\${Name}.lama"
  StrCpy $1 0
  ${Do}
    ClearErrors
    Rename "${NEW}\${Name}" "$INSTDIR\${Name}"
    ${IfNot} ${Errors}
      ${ExitDo}
    ${EndIf}
    IntOp $1 $1 + 1
    ${If} $1 > 20
      Call PutBack
      !insertmacro Stop "${Name} tidak dapat dipasang. Tutup semua jendela naskah, lalu pasang lagi. Versi yang lama tetap terpasang."
    ${EndIf}
    Sleep 500
  ${Loop}
!macroend
!macro BringBack Name
  ${If} ${FileExists} "$INSTDIR\${Name}.lama"
    Delete "$INSTDIR\${Name}"
    Rename "$INSTDIR\${Name}.lama" "$INSTDIR\${Name}"
  ${EndIf}
!macroend
!macro LetGo Name
  Delete "$INSTDIR\${Name}.lama"
!macroend
Function PutBack
  !insertmacro EachFile BringBack
  !insertmacro BringBack "hapus-naskah.exe"
FunctionEnd
Function .onInstFailed
  SetOutPath "$TEMP"
  RMDir /r "${NEW}"
  ; Only a folder with nothing in it goes: one that this installer made.
  RMDir "$INSTDIR"
FunctionEnd

Section "naskah"
  ${IfNot} ${FileExists} "$INSTDIR\naskah.exe"
  ${AndIfNot} ${FileExists} "$INSTDIR\hapus-naskah.exe"
    !insertmacro EachFile OnlyOwn
  ${EndIf}
  !insertmacro EachFile OnlyWhenClosed
  !insertmacro OnlyWhenClosed "hapus-naskah.exe"
  RMDir /r "${NEW}"
  SetOutPath "${NEW}"
  !insertmacro EachFile Unpack
  WriteUninstaller "${NEW}\hapus-naskah.exe"
  SetOutPath "$INSTDIR"
  !insertmacro EachFile TakePlace
  !insertmacro TakePlace "hapus-naskah.exe"
  !insertmacro EachFile LetGo
  !insertmacro LetGo "hapus-naskah.exe"
  RMDir "${NEW}"

  CreateDirectory "$SMPROGRAMS\naskah"
  ; A window in which `naskah` is known, begun where people keep their files. The PATH of the user
  ; is left as it is: an installer that writes it can cut it off.
  SetOutPath "$DOCUMENTS"
  CreateShortcut "$SMPROGRAMS\naskah\naskah.lnk" "$INSTDIR\jendela-naskah.cmd" "" "$INSTDIR\naskah.exe"
  CreateShortcut "$SMPROGRAMS\naskah\Panduan pengguna.lnk" "$INSTDIR\panduan-pengguna.pdf"
  CreateShortcut "$SMPROGRAMS\naskah\Hapus naskah.lnk" "$INSTDIR\hapus-naskah.exe"

  !insertmacro MenuOfFolder "1-periksa" "naskah: periksa data" '"$INSTDIR\naskah.exe" check "%1"'
  !insertmacro MenuOfFolder "2-buat" "naskah: buat semua naskah" '"$INSTDIR\naskah.exe" build "%1"'
  !insertmacro MenuOfFolder "3-jendela" "naskah: buka jendela perintah di sini" '"$INSTDIR\jendela-naskah.cmd" "%1"'

  WriteRegStr HKCU "Software\naskah" "Folder" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "naskah"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\naskah.exe"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "naskah"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\hapus-naskah.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\hapus-naskah.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" "${KILOBYTES}"
SectionEnd

Section "Uninstall"
  !insertmacro EachFile OnlyWhenClosed
  ; By name, never the folder with all that is in it: a workspace may have been put there.
  !insertmacro EachFile Remove
  Delete "$INSTDIR\hapus-naskah.exe"
  !insertmacro EachFile LetGo
  RMDir /r "${NEW}"
  RMDir "$INSTDIR"
  ; The menus belong to the installation that was made last.
  ReadRegStr $0 HKCU "Software\naskah" "Folder"
  ${If} $0 != $INSTDIR
    Quit
  ${EndIf}
  Delete "$SMPROGRAMS\naskah\naskah.lnk"
  Delete "$SMPROGRAMS\naskah\Panduan pengguna.lnk"
  Delete "$SMPROGRAMS\naskah\Hapus naskah.lnk"
  RMDir "$SMPROGRAMS\naskah"
  DeleteRegKey HKCU "${FOLDERS}\shell\naskah.1-periksa"
  DeleteRegKey HKCU "${FOLDERS}\shell\naskah.2-buat"
  DeleteRegKey HKCU "${FOLDERS}\shell\naskah.3-jendela"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "Software\naskah"
SectionEnd
