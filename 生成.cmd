@echo off
chcp 65001 >nul
cd /d "%~dp0"
title 部门预算公开
where node >nul 2>nul
if errorlevel 1 (
  echo 这台电脑还没有安装 Node.js。请到 https://nodejs.org/zh-cn 下载安装“长期支持版”（20 或更新），再双击本文件。
  goto end
)
if not exist node_modules\.package-lock.json (
  echo 第一次使用，正在安装程序需要的软件包，约一两分钟……
  call npm.cmd ci
  if errorlevel 1 (
    echo 安装没有成功。请检查网络后再双击本文件。
    goto end
  )
)
call npm.cmd run --silent build-doc -- %*
if errorlevel 1 (
  echo.
  echo 没有全部生成，请按上面的提示改正后再双击本文件。
) else (
  echo.
  echo 生成的文件在 out 文件夹里。
)
:end
echo.
pause
