; SPDX-License-Identifier: MIT
; makensis -DVERSION=0.1.0 -DFOLDER=dist/diptych -DICON=diptych.ico -DOUT=dist/setup.exe setup.nsi
; all paths absolute; it also compiles on Linux
Unicode true
!include LogicLib.nsh
!include MUI2.nsh
Name "Diptych ${VERSION}"
; Not by -XOutFile: what stands here is carried out after that, and wins.
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Diptych"
RequestExecutionLevel user
BrandingText "Diptych ${VERSION}"
!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
SetCompressor /SOLID lzma
!define PROGRAM "$INSTDIR\diptych-window.exe"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Diptych"

!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Russian"
!insertmacro MUI_LANGUAGE "SimpChinese"
LangString OPEN ${LANG_ENGLISH} "Diptych is open. Close it, then start this again."
LangString OPEN ${LANG_RUSSIAN} "Диптих открыт. Закройте его и начните ещё раз."
LangString OPEN ${LANG_SIMPCHINESE} "Diptych 正在运行。请先关闭它，然后重新开始。"

VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=${LANG_ENGLISH} "ProductName" "Diptych"
VIAddVersionKey /LANG=${LANG_ENGLISH} "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=${LANG_ENGLISH} "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=${LANG_ENGLISH} "FileDescription" "Diptych, set up for one person"
VIAddVersionKey /LANG=${LANG_ENGLISH} "LegalCopyright" "Diptych contributors, MIT"

; A program that runs cannot be written: half of it would be the old one.
!macro StopIfOpen
  ${If} ${FileExists} "${PROGRAM}"
    ClearErrors
    FileOpen $0 "${PROGRAM}" a
    ${If} ${Errors}
      MessageBox MB_OK|MB_ICONEXCLAMATION "$(OPEN)" /SD IDOK
      SetErrorLevel 2
      Quit
    ${EndIf}
    FileClose $0
  ${EndIf}
!macroend

!macro EachEnding DO
  !insertmacro ${DO} ".txt"
  !insertmacro ${DO} ".md"
  !insertmacro ${DO} ".html"
  !insertmacro ${DO} ".htm"
  !insertmacro ${DO} ".mhtml"
  !insertmacro ${DO} ".eml"
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
  !insertmacro StopIfOpen
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
  !insertmacro StopIfOpen
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
