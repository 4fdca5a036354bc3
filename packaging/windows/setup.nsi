; SPDX-License-Identifier: MIT
; makensis -DVERSION=0.1.0 -DFOLDER=absolute/path/to/dist/diptych -DOUT=absolute/path/to/setup.exe setup.nsi
; (also compiles on Linux)
Unicode true
!include MUI2.nsh
Name "Diptych ${VERSION}"
; Not by -XOutFile: what stands here is carried out after that, and wins.
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Diptych"
RequestExecutionLevel user
SetCompressor /SOLID lzma
!define PROGRAM "$INSTDIR\diptych-window.exe"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Diptych"

!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Russian"
!insertmacro MUI_LANGUAGE "SimpChinese"

!macro EachEnding DO
  !insertmacro ${DO} ".txt"
  !insertmacro ${DO} ".md"
  !insertmacro ${DO} ".html"
  !insertmacro ${DO} ".htm"
  !insertmacro ${DO} ".mhtml"
  !insertmacro ${DO} ".pdf"
  !insertmacro ${DO} ".docx"
  !insertmacro ${DO} ".odt"
  !insertmacro ${DO} ".rtf"
  !insertmacro ${DO} ".epub"
  !insertmacro ${DO} ".fb2"
!macroend
!macro OfferFor ENDING
  WriteRegStr HKCU "Software\Classes\${ENDING}\OpenWithProgids" "Diptych.Article" ""
!macroend
!macro TakeBackFor ENDING
  DeleteRegValue HKCU "Software\Classes\${ENDING}\OpenWithProgids" "Diptych.Article"
!macroend

Section
  ; An older version may hold files that this one no longer has.
  RMDir /r "$INSTDIR\_internal"
  SetOutPath "$INSTDIR"
  ; With a backslash: on Windows makensis parts folder and pattern at the last of those alone.
  File /r "${FOLDER}\*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\Diptych.lnk" "${PROGRAM}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "Diptych"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "${PROGRAM}"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "Diptych contributors"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegStr HKCU "${UNINSTALL}" "URLInfoAbout" "https://github.com/diptych/diptych"
  SectionGetSize 0 $0
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" $0
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ; diptych:// links in exported notes
  WriteRegStr HKCU "Software\Classes\diptych" "" "URL:Diptych note"
  WriteRegStr HKCU "Software\Classes\diptych" "URL Protocol" ""
  WriteRegStr HKCU "Software\Classes\diptych\shell\open\command" "" '"${PROGRAM}" "%1"'
  ; Offered under "Open with"; nobody's usual program is changed.
  WriteRegStr HKCU "Software\Classes\Diptych.Article" "" "Article"
  WriteRegStr HKCU "Software\Classes\Diptych.Article\shell\open\command" "" '"${PROGRAM}" "%1"'
  !insertmacro EachEnding OfferFor
SectionEnd

; The reader's library and notes lie elsewhere and stay.
Section "Uninstall"
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\diptych.exe"
  Delete "${PROGRAM}"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Diptych.lnk"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "Software\Classes\diptych"
  DeleteRegKey HKCU "Software\Classes\Diptych.Article"
  !insertmacro EachEnding TakeBackFor
SectionEnd
