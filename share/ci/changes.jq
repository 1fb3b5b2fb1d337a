# SPDX-License-Identifier: MIT
# jq -rn --arg language nb --slurpfile old A/manifest.json --slurpfile new B/manifest.json -f changes.jq: the documents
# that differ, as a table for a forge. What is for the members alone is not named.

def words: {
  nb: {title: "Dokumenter som blir endret", none: "Ingen dokumenter blir endret.", new: "ny", changed: "endret", gone: "borte"},
  nn: {title: "Dokument som blir endra", none: "Ingen dokument blir endra.", new: "ny", changed: "endra", gone: "borte"}
}[$language];

def digests: [.[].filer[] | select(.for != "medlemmene") | {key: .fil, value: .sha256}] | from_entries;

# "public/2024-10-29-asu/notice.html" is the document "2024-10-29-asu/notice" in the format "html".
def document: sub("^[a-z]+/"; "") | sub("\\.[^./]*(\\.[a-z]+)?$"; "");
def format: sub(".*/"; "") | capture("\\.(?<format>[^.]*(\\.[a-z]+)?)$").format // "";

($old | digests) as $before | ($new | digests) as $after |
[($before + $after) | keys[] | select($before[.] != $after[.]) | {
  document: document, format: format,
  change: (if $before[.] == null then words.new elif $after[.] == null then words.gone else words.changed end)
}] | group_by([.document, .change]) |
"## \(words.title)", "",
if length == 0 then words.none else
  "<table>",
  (.[] | "<tr><td>\(.[0].document | @html)</td><td>\(.[0].change)</td><td>\(map(.format) | unique | join(" ") | @html)</td></tr>"),
  "</table>"
end
