@echo off
rem Runs Maven: an installed one of 3.8 or newer, else Apache Maven 3.9, downloaded once from archive.apache.org.
setlocal
set "VERSION=3.9.11"
for /f "tokens=3 delims= " %%v in ('mvn -v 2^>nul ^| findstr /b /c:"Apache Maven"') do set "FOUND=%%v"
if not defined FOUND goto download
for /f "tokens=1,2 delims=." %%a in ("%FOUND%") do (
  if %%a GTR 3 goto installed
  if %%a EQU 3 if %%b GEQ 8 goto installed
)
:download
set "HOME_DIR=%USERPROFILE%\.m2\wrapper\apache-maven-%VERSION%"
if exist "%HOME_DIR%\bin\mvn.cmd" goto downloaded
echo Downloading Apache Maven %VERSION% 1>&2
powershell -NoProfile -ExecutionPolicy Bypass -Command ^
  "$ErrorActionPreference='Stop'; [Net.ServicePointManager]::SecurityProtocol='Tls12';" ^
  "$url='https://archive.apache.org/dist/maven/maven-3/%VERSION%/binaries/apache-maven-%VERSION%-bin.zip';" ^
  "$work=Join-Path $env:TEMP ([guid]::NewGuid()); New-Item -ItemType Directory $work | Out-Null;" ^
  "$zip=Join-Path $work 'maven.zip'; Invoke-WebRequest -UseBasicParsing $url -OutFile $zip;" ^
  "$sum=(Invoke-WebRequest -UseBasicParsing ($url+'.sha512')).Content; if ($sum -is [byte[]]) {$sum=[Text.Encoding]::ASCII.GetString($sum)};" ^
  "if ((Get-FileHash $zip -Algorithm SHA512).Hash -ne $sum.Trim().Substring(0,128)) {throw 'The download of Maven is not what its checksum says'};" ^
  "Expand-Archive $zip $work; New-Item -ItemType Directory -Force (Split-Path '%HOME_DIR%') | Out-Null;" ^
  "Move-Item (Join-Path $work 'apache-maven-%VERSION%') '%HOME_DIR%'; Remove-Item -Recurse -Force $work"
if errorlevel 1 exit /b 1
:downloaded
call "%HOME_DIR%\bin\mvn.cmd" %*
exit /b %ERRORLEVEL%
:installed
call mvn %*
exit /b %ERRORLEVEL%
