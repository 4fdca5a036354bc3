; SPDX-License-Identifier: MIT
; makensis -DVERSION=0.1.0 -DFOLDER=absolute/path/to/dist/diptych setup.nsi   (also compiles on Linux)
Unicode true
!include MUI2.nsh
Name "Diptych ${VERSION}"
OutFile "diptych-${VERSION}-setup.exe"
InstallDir "$LOCALAPPDATA\Programs\Diptych"
RequestExecutionLevel user
SetCompressor /SOLID lzma
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Diptych"

!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Russian"
!insertmacro MUI_LANGUAGE "SimpChinese"

Section
  ; An older version may hold files that this one no longer has.
  RMDir /r "$INSTDIR\_internal"
  SetOutPath "$INSTDIR"
  File /r "${FOLDER}/*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\Diptych.lnk" "$INSTDIR\diptych.exe"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "Diptych"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\diptych.exe"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "Diptych contributors"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ; diptych:// links in exported notes
  WriteRegStr HKCU "Software\Classes\diptych" "" "URL:Diptych note"
  WriteRegStr HKCU "Software\Classes\diptych" "URL Protocol" ""
  WriteRegStr HKCU "Software\Classes\diptych\shell\open\command" "" '"$INSTDIR\diptych.exe" "%1"'
SectionEnd

; The reader's library and notes lie elsewhere and stay.
Section "Uninstall"
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\diptych.exe"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Diptych.lnk"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "Software\Classes\diptych"
SectionEnd
