#!/usr/bin/env node
// SPDX-License-Identifier: MIT
// Is a grant as open data what the 360Giving Data Standard 1.4 asks for, and what the grant's own JSON says?
// The rules of its published schemas (360-giving-package-schema.json, 360-giving-schema.json), in our own words.
//
// usage: open-grants.mjs PACKAGE.json ROWS.csv GRANT.json
//
// Findings, one a line. Exit status: 0 none, 1 some, 2 wrong usage.

import { readFile } from 'node:fs/promises'

const files = process.argv.slice(2)
if (files.length !== 3) {
  console.error('usage: open-grants.mjs PACKAGE.json ROWS.csv GRANT.json')
  process.exit(2)
}
const [packageText, csv, grantText] = await Promise.all(files.map(file => readFile(file, 'utf8')))
const open = JSON.parse(packageText), grant = JSON.parse(grantText)
const findings = []
const expect = (holds, what) => holds || findings.push(what)

const text = value => typeof value === 'string' && value !== ''
const number = value => typeof value === 'number' && Number.isFinite(value)
const day = value => /^[0-9]{4}-(0[1-9]|1[012])-(0[1-9]|[12][0-9]|3[01])$/.test(value)
const list = check => value => Array.isArray(value) && value.every(check)
const filled = check => value => list(check)(value) && value.length >= 1
const record = (required, optional = {}) => value =>
  value !== null && typeof value === 'object' && !Array.isArray(value) &&
  Object.entries(required).every(([key, check]) => key in value && check(value[key])) &&
  Object.entries(value).every(([key, content]) => (required[key] ?? optional[key])?.(content))

const organisation = record({ id: text, name: text })
const shape = {
  id: text,
  title: value => text(value) && value.length < 140,
  description: text,
  currency: value => /^[A-Z]{3}$/.test(value),
  amountAwarded: number,
  awardDate: day,
  recipientOrganization: filled(organisation),
  fundingOrganization: filled(organisation),
}
const more = {
  amountDisbursed: number,
  grantProgramme: list(record({}, { code: text, title: text })),
  fromOpenCall: value => value === 'Yes' || value === 'No',
  classifications: list(record({}, { vocabulary: text, code: text })),
  disbursementTransaction: list(record({}, { id: text, transactionDate: day, currency: text, value: number })),
}

expect(/^\d+\.\d+$/.test(open.version) && open.version === '1.4', `version: ${open.version}`)
expect(text(open.title) && text(open.publisher?.name), 'title and publisher')
expect(Array.isArray(open.grants) && open.grants.length >= 1, 'no grants')
expect(Object.keys(open).every(key => ['version', 'title', 'publisher', 'grants'].includes(key)), `keys: ${Object.keys(open)}`)
expect(new Set(open.grants.map(one => one.id)).size === open.grants.length, 'an id is there twice')
for (const [i, one] of open.grants.entries()) {
  for (const [key, check] of Object.entries(shape)) expect(check(one[key]), `${one.id}: ${key}: ${JSON.stringify(one[key])}`)
  for (const key of Object.keys(one)) expect((shape[key] ?? more[key])?.(one[key]), `${one.id}: ${key}: ${JSON.stringify(one[key])}`)
  const wanted = grant.tildelinger[i]
  const paid = one.disbursementTransaction.reduce((sum, payment) => sum + Math.round(payment.value * 100), 0)
  expect(one.amountAwarded === wanted.gjeldende && one.amountDisbursed === wanted.utbetalt, `${one.id}: other amounts than the grant`)
  expect(paid === Math.round(one.amountDisbursed * 100), `${one.id}: the payments sum to ${paid / 100}`)
  expect(one.classifications.some(c => c.code === wanted.ansvarssted) || wanted.ansvarssted === null, `${one.id}: no cost centre`)
  expect(!JSON.stringify(one).includes('null'), `${one.id}: an empty value`)
}

// The rows, by a reader of our own: quotes, doubled quotes, CRLF.
const rows = [[]]
for (const [, quoted, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
  rows.at(-1).push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
  if (end === '\r\n') rows.push([])
}
const head = rows[0], data = rows.slice(1).filter(row => row.length === head.length)
expect(data.length === open.grants.length, `${data.length} rows`)
const column = title => head.indexOf(title)
data.forEach((row, i) => {
  const one = open.grants[i]
  const cells = {
    Identifier: one.id, Title: one.title, Currency: one.currency, 'Award Date': one.awardDate,
    'Recipient Org:Identifier': one.recipientOrganization[0].id, 'Recipient Org:Name': one.recipientOrganization[0].name,
    'Funding Org:Identifier': one.fundingOrganization[0].id, 'Funding Org:Name': one.fundingOrganization[0].name,
    'From an open call?': one.fromOpenCall ?? '',
  }
  for (const [title, value] of Object.entries(cells)) expect([value, `'${value}`].includes(row[column(title)]), `row ${i + 1}, ${title}: ${row[column(title)]}`)
  expect(Number(row[column('Amount Awarded')]) === one.amountAwarded, `row ${i + 1}: ${row[column('Amount Awarded')]}`)
  expect(row.every(cell => !/^[=+@\t\r]/.test(cell) && !/^-[^0-9]/.test(cell)), `row ${i + 1}: a formula`)
})
for (const line of findings) console.log(`${files[0]}: ${line}`)
process.exit(findings.length > 0 ? 1 : 0)
