@echo off
rem ASCII only, as cmd reads this file in the code page of the computer; node speaks Chinese.
setlocal EnableExtensions DisableDelayedExpansion
title budget-disclosure
set "BUDGET_STARTER=%~nx0"
set "BUDGET_STARTED_IN=%CD%"
set ARGS=%*
rem A network folder gets a letter for the time.
pushd "%~dp0"
setlocal EnableDelayedExpansion
rem Explorer does not quote a dropped a^&b.yaml: node reads the names from the whole line.
set "BUDGET_STARTED_BY=!CMDCMDLINE!"
"app\node.exe" "app\src\start.mjs" !ARGS!
set "CODE=!ERRORLEVEL!"
popd
set "SAID="
for %%C in (0 1 2 3 4 70) do if "!CODE!"=="%%C" set "SAID=1"
if not defined SAID pause
rem Started by Explorer: what follows an ampersand of a dropped name is no command.
if not "!BUDGET_STARTED_BY:/c =!"=="!BUDGET_STARTED_BY!" exit !CODE!
exit /b !CODE!
