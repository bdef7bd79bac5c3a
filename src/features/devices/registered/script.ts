/** What differs between the scripts of two tools. */
export interface ScriptOf {
  readonly server: string;
  readonly toolId: string;
}

/** The first bytes of every Ed25519 public key in DER (RFC 8410). */
const DER = '0x30,0x2a,0x30,0x05,0x06,0x03,0x2b,0x65,0x70,0x03,0x21,0x00';

const HEAD = ({ server, toolId }: ScriptOf): string => `#Requires -Version 7.2
#Requires -Modules Microsoft.Graph.Authentication
# Countersign: keeps one group of devices the same as the signed list of one monitoring tool.
# When the list cannot be fetched, does not hold, or is over, the group is emptied: then the tool may run nowhere.
# We never ran this script: there was no PowerShell where it was made. A parser read it without a fault, its OpenSSL command was tried, and its
# calls were held against the documentation of Microsoft Graph. Read it, and try it on a test group first.
# It needs OpenSSL 3 and a managed identity with GroupMember.ReadWrite.All and Device.ReadWrite.All. The group is a security group with assigned members.
# Run it every 15 minutes, one at a time. A device is known here under its object id in the directory.
param(
  [Parameter(Mandatory)] [guid] $GroupId,
  [Parameter(Mandatory)] [string] $KeyFile, # a file that only this task can read, with a key of IT for the scope devices
  [string] $OpenSsl = 'openssl'
)
$ErrorActionPreference = 'Stop'
$server = '${server}'
$toolId = '${toolId}'
$graph = 'https://graph.microsoft.com/v1.0'
`;

const CHECK = `
function Read-Part([string] $text) {
  $plain = $text.Replace('-', '+').Replace('_', '/')
  return [Convert]::FromBase64String($plain.PadRight($plain.Length + (4 - $plain.Length % 4) % 4, '='))
}
function Read-Json([string] $text) { return [Text.Encoding]::UTF8.GetString([byte[]](Read-Part $text)) | ConvertFrom-Json }

function Test-Signature([string] $signed, [byte[]] $signature, [byte[]] $key) {
  $folder = Join-Path ([IO.Path]::GetTempPath()) ([guid]::NewGuid())
  New-Item -ItemType Directory $folder | Out-Null
  try {
    [IO.File]::WriteAllBytes((Join-Path $folder 'key'), [byte[]](@(${DER}) + $key))
    [IO.File]::WriteAllBytes((Join-Path $folder 'signature'), $signature)
    [IO.File]::WriteAllText((Join-Path $folder 'signed'), $signed)
    & $OpenSsl pkeyutl -verify -pubin -keyform DER -inkey (Join-Path $folder 'key') -rawin -in (Join-Path $folder 'signed') -sigfile (Join-Path $folder 'signature') | Out-Null
    return $LASTEXITCODE -eq 0
  } finally { Remove-Item -Recurse -Force $folder }
}

function Get-List([hashtable] $headers) {
  $token = (Invoke-RestMethod "$server/api/v1/tools/$toolId/device-list" -Headers $headers -TimeoutSec 30).deviceList
  $parts = $token.Split('.')
  if ($parts.Count -ne 3) { throw 'The list has another form.' }
  $head = Read-Json $parts[0]
  if ($head.alg -cne 'EdDSA' -or $head.typ -cne 'device-list+jwt' -or $null -ne $head.crit) { throw 'The list is of another kind.' }
  $keys = @((Invoke-RestMethod "$server/.well-known/jwks.json" -TimeoutSec 30).keys | Where-Object { $_.kid -ceq $head.kid -and $_.crv -ceq 'Ed25519' })
  if ($keys.Count -ne 1) { throw 'The key is not known.' }
  if (-not (Test-Signature "$($parts[0]).$($parts[1])" (Read-Part $parts[2]) (Read-Part $keys[0].x))) { throw 'The signature does not hold.' }
  $list = Read-Json $parts[1]
  $now = [DateTimeOffset]::UtcNow.ToUnixTimeSeconds()
  if ($list.iss -cne $server -or $list.aud -cne 'urn:countersign:device-management' -or $list.sub -cne "tool:$toolId") { throw 'The list is of another tool.' }
  if ($list.iat -gt $now + 60 -or $list.exp -le $now) { throw 'The list is over.' }
  return $list
}
`;

const KEEP = `
# From the ids of the list to the ids of the directory. The list decides; this only translates.
function Get-Allowed {
  $headers = @{ Authorization = "Bearer $((Get-Content -Raw $KeyFile).Trim())" }
  $list = Get-List $headers
  $names = @{}
  $page = 1
  do {
    $answer = Invoke-RestMethod "$server/api/v1/tools/$toolId/devices?page=$page&pageSize=100" -Headers $headers -TimeoutSec 30
    foreach ($one in $answer.items) { $names[$one.id] = $one.device }
    $page++
  } while (@($answer.items).Count -eq 100)
  $allowed = @{}
  foreach ($id in $list.devices) {
    $object = [guid]::Empty
    if ([guid]::TryParse([string] $names[$id], [ref] $object)) { $allowed["$object"] = $true } else { Write-Warning "$id has no object id." }
  }
  return $allowed
}

Connect-MgGraph -Identity -NoWelcome
$allowed = @{}
$failed = $false
try { $allowed = Get-Allowed } catch { $failed = $true; Write-Warning "The group is emptied: $_" }

$members = @{}
$next = "$graph/groups/$GroupId/members?\`$select=id&\`$top=999"
while ($next) {
  $answer = Invoke-MgGraphRequest -Method GET -Uri $next
  foreach ($one in $answer['value']) { $members[$one['id']] = $true }
  $next = $answer['@odata.nextLink']
}
# One device that cannot be changed keeps no other back. Without /$ref the device itself would be deleted.
foreach ($id in @($members.Keys)) {
  if ($allowed.ContainsKey($id)) { continue }
  try { Invoke-MgGraphRequest -Method DELETE -Uri "$graph/groups/$GroupId/members/$id/\`$ref" | Out-Null } catch { $failed = $true; Write-Warning "$id was not taken out: $_" }
}
foreach ($id in @($allowed.Keys)) {
  if ($members.ContainsKey($id)) { continue }
  $body = @{ '@odata.id' = "$graph/directoryObjects/$id" } | ConvertTo-Json
  try { Invoke-MgGraphRequest -Method POST -Uri "$graph/groups/$GroupId/members/\`$ref" -Body $body -ContentType 'application/json' | Out-Null } catch { $failed = $true; Write-Warning "$id was not put in: $_" }
}
if ($failed) { exit 1 }
`;

/** A script for PowerShell that keeps a group in Microsoft Entra the same as a tool's list. It holds no key. */
export const scriptFor = (of: ScriptOf): string => [HEAD(of), CHECK, KEEP].join('');
