@echo off
rem VillageLedger from a clone on Windows: builds, then runs the command. "ledger test" runs the tests.
setlocal
set "root=%~dp0"
set "dll=%root%src\VillageLedger.Cli\bin\Release\net10.0\ledger.dll"
set "stamp=%root%src\VillageLedger.Cli\bin\Release\built"
set DOTNET_CLI_TELEMETRY_OPTOUT=1
set DOTNET_NOLOGO=1

where dotnet >nul 2>nul
if errorlevel 1 (
  echo The .NET SDK 10 is missing, please install it: https://dotnet.microsoft.com/download 1>&2
  exit /b 3
)

if /i "%~1"=="test" (
  set VILLAGELEDGER_HOME=
  set VILLAGELEDGER_DB=
  dotnet test "%root%VillageLedger.sln" -c Release
  exit /b
)

if not defined VILLAGELEDGER_HOME set "VILLAGELEDGER_HOME=%root%.ledger"

rem Builds where a source is newer than the last build's start.
powershell -NoProfile -Command "$s = Get-Item -LiteralPath $env:stamp -ErrorAction Ignore; if (-not $s -or -not (Test-Path -LiteralPath $env:dll)) { exit 1 }; $n = Get-ChildItem -LiteralPath ($env:root + 'src') -Recurse -File | Where-Object { $_.LastWriteTime -gt $s.LastWriteTime -and $_.FullName -notmatch '\\(bin|obj|node_modules)\\' -and $_.Name -ne 'packages.lock.json' } | Select-Object -First 1; if ($n) { exit 1 }"
if errorlevel 1 (
  if not exist "%root%src\VillageLedger.Cli\bin\Release" mkdir "%root%src\VillageLedger.Cli\bin\Release"
  type nul > "%stamp%.new"
  dotnet build "%root%src\VillageLedger.Cli" -c Release -v quiet -nodeReuse:false 1>&2
  if errorlevel 1 exit /b 3
  move /y "%stamp%.new" "%stamp%" >nul
)

dotnet "%dll%" %*
exit /b
