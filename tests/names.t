#!/bin/sh
# SPDX-License-Identifier: MIT
# Names are data: every byte in names of files and folders. Nothing of a name runs; what cannot be shown is an error that
# shows it escaped; everything else is built, with links that lead somewhere.
. tests/tap.sh
PATH=$BIN:$PATH
tree=$work/tree
mkdir "$tree"
cp -R tests/trees/small/plan tests/trees/small/meetings "$tree"
cd "$tree" || exit 1
meeting=meetings/2024-03-12-asu
sed -i 's/^utvalg: .*/&\nutsendt: 2024-02-27/' $meeting/meeting.yaml
cp -R "$tree" "$work/clean"
build() { tree-build --without pdf,docx,pptx -o "$work/out" "$@" 2>"$work/said"; }
fresh() { cd "$work" && rm -rf tree out && cp -R clean tree && cd tree || exit 1; }
nothing_ran() { test -z "$(find "$work" "$top" -maxdepth 3 -name 'pwned*' 2>/dev/null)"; }

# --- what can be shown ---
# An attachment, a page of the site and a folder for each printable byte and some letters; grants by what a shell would run.
# A backslash is a folder's mark on Windows, and no part of an attachment's name.
write_names() {
    python3 - "$top" <<'END'
import os, re, sys
letters = [chr(byte) for byte in range(0x20, 0x7f) if chr(byte) != "/"] + list("æøåé–“🙂")
quoted = lambda text: '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
meeting = "meetings/2024-03-12-asu/"
os.makedirs("web", exist_ok=True)
items = ""
for number, letter in enumerate(letters):
    if letter.isascii() and letter.isupper():
        continue  # would differ from the lower one in case only
    name = f"v{letter}v.txt"
    if letter != "\\":
        open(meeting + "vedlegg/" + name, "wb").write(b"tekst\n")
        items += f"  - tittel: Vedlegg {number}\n    fil: {quoted('vedlegg/' + name)}\n"
    open(f"web/w{letter}w.txt", "wb").write(b"side\n")
    os.makedirs(f"web/mappe{letter}", exist_ok=True)
    open(f"web/mappe{letter}/fil", "wb").write(b"side\n")
paper = open(meeting + "1-24.md", encoding="utf-8").read()
end = paper.index("\n---\n", 4)
open(meeting + "1-24.md", "w", encoding="utf-8").write(paper[:end] + "\nvedlegg:\n" + items.rstrip("\n") + paper[end:])
grant = open("plan/grant-2024.yaml", encoding="utf-8").read()
for number, id in enumerate(["a b", "50%", "$(touch pwned)", "`touch pwned`", "a&b<i>\"'", ";touch pwned;", "é?x=1#y", "[a](b)|c", "-o", "a\\b"]):
    text = re.sub(r"^id: .*", lambda _: f"id: {quoted(id)}", grant, flags=re.M)
    text = re.sub(r"^vedtatt: .*\n", "", text, flags=re.M)
    open(f"plan/grant-{id}.yaml", "w", encoding="utf-8").write(text)
END
}
check "names of all printable bytes" write_names
built() { build && test -s "$work/out/public/2024-03-12-asu/packet.html" || { tail -n 20 "$work/said"; return 1; }; }
check "... are built" built
check "... and nothing of them has run" nothing_ran
check "a page of the site for each byte" sh -c "test \$(find '$work/out/public' -name 'w*w.txt' | wc -l) = \$(find web -name 'w*w.txt' | wc -l)"
shown() {
    python3 - "$work/out/public" <<'END'
import html, html.parser, json, os, re, sys, urllib.parse
public = sys.argv[1]
wrong = []
class Page(html.parser.HTMLParser):
    def handle_starttag(self, tag, attributes):
        for key, value in attributes:
            if key in ("href", "src") and not re.match(r"https?:|mailto:|#", value or "#"):
                links.append(value)
            if key.startswith("on"):
                wrong.append((page, tag, key))
pages = [os.path.join(folder, name) for folder, _, names in os.walk(public) for name in names if name.endswith((".html", ".md"))]
seen = 0
for page in pages:
    text, links = open(page, encoding="utf-8").read(), []
    if page.endswith(".html"):
        Page().feed(text)
    else:
        text = re.sub(r"`[^`\n]*`", "", text)
        links = [link for link in re.findall(r"(?<!\\)\]\(([^)\s]+)\)", text) if not re.match(r"https?:|mailto:|#", link)]
    for link in links:
        if not re.fullmatch(r"[A-Za-z0-9._~/#%?&=;:@!$'()*+,-]*", link):
            wrong.append((page, link, "is not percent-encoded"))
        target = os.path.join(os.path.dirname(page), urllib.parse.unquote(link.split("#")[0]))
        seen += 1
        if not os.path.exists(target):
            wrong.append((page, link, target))
paper = json.load(open(public + "/2024-03-12-asu/packet.json", encoding="utf-8"))["saker"][0]
files = {attachment["fil"].removeprefix("vedlegg/") for attachment in paper["vedlegg"]}
there = {name for name in os.listdir("meetings/2024-03-12-asu/vedlegg") if name.startswith("v")}
wrong += [("packet.json", name, "is not there") for name in there - files]
print(*wrong[:10], seen, sep="\n")
sys.exit(1 if wrong or seen < 100 else 0)
END
}
check "every link leads to a file, percent-encoded; names come out whole" shown
alone() {
    tree-build --without pdf,docx,pptx -n -o "$work/alone" 2>/dev/null | grep grant-sheet >lines && mkdir -p "$work/alone/public"
    while IFS= read -r line; do sh -c "$line" 2>/dev/null || { echo "$line"; return 1; }; done <lines
    for file in "$work"/alone/public/*; do cmp "$file" "$work/out/public/$(basename "$file")" || return 1; done
}
check "the command line of each grant makes the same file" alone
check "... and nothing has run" nothing_ran
folder="$work/a \$(touch pwned) 'b\""
pdf() { # with converters: a folder and names that a shell would read
    mkdir "$folder" && cp -R "$work/clean/." "$folder" && cd "$folder" || return 1
    name="\$(touch pwned) ;'x.pdf"
    "$top/tests/make-pdf" 2 Innhold >"$meeting/vedlegg/$name"
    printf '  - tittel: Et\n    fil: "vedlegg/%s"\n' "$name" >"$work/lines"
    sed -i "/^vedlegg:/r $work/lines" $meeting/2-24.md
    tree-build -o "out ; touch pwned" 2>"$work/said" && cd "out ; touch pwned/public/2024-03-12-asu" &&
        test "$(qpdf --show-npages packet-with-attachments.pdf)" -gt "$(qpdf --show-npages packet.pdf)" || { cat "$work/said"; return 1; }
}
check "converters get names as they are" pdf
check "... and nothing has run" nothing_ran

# --- what cannot ---
unshown() { # every byte that is no text by itself, in an attachment, a paper, a grant and a folder
    python3 - <<'END'
import os, subprocess, sys, shutil
wrong = []
bad = [byte for byte in range(1, 256) if byte < 0x20 or byte >= 0x7f]
places = [b"meetings/2024-03-12-asu/vedlegg/v%sv.pdf", b"meetings/2024-03-12-asu/9%s-24.md", b"plan/grant-%s.yaml", b"meetings/2024-04-01-%s"]
for place in places:
    made = []
    for byte in bad:
        name = place % bytes([byte])
        if place.startswith(b"meetings/2024-04"):
            os.makedirs(name)
        else:
            open(name, "wb").write(b"x")
        made.append(name)
    done = subprocess.run(["plan-check"], capture_output=True)
    lines = [line for line in done.stdout.splitlines() if b"[file-name]" in line]
    # Raw bytes would be read by the terminal; UTF-8 of messages is whole.
    if done.returncode != 1 or any(byte < 0x20 or byte == 0x7f for line in lines for byte in line):
        wrong.append((place, done.returncode))
    try:
        done.stdout.decode()
    except UnicodeDecodeError as error:
        wrong.append((place, error))
    forms = [b"\\t" if byte == 9 else b"\\x%02X" % byte for byte in bad]
    wrong += [(place, form) for form in forms if not any(form in line for line in lines)]
    if len(lines) < len(bad):
        wrong.append((place, len(lines), len(bad)))
    for name in made:
        os.rmdir(name) if os.path.isdir(name) else os.remove(name)
print(*wrong, sep="\n")
sys.exit(1 if wrong else 0)
END
}
fresh
check "each other byte is an error, shown escaped, wherever it is" unshown
twins() { # names that one file system takes for one
    fresh
    printf x >"$meeting/vedlegg/Notat é.txt" && printf x >"$meeting/vedlegg/notat é.txt" && printf x >"$(printf '%s/vedlegg/notat e\314\201.txt' $meeting)"
    plan-check >said
    test $? = 1 && grep -c 'file-name' said | grep -q '^[2-9]' || { cat said; return 1; }
}
check "names that differ in case or normal form alone are errors" twins
web() { # in web/ every byte: a link on a page may lead to it
    fresh
    mkdir web && printf x >"$(printf 'web/a\nb\033c')"
    build
    status=$?
    cat "$work/said"
    test $status != 0 && ! LC_ALL=C grep -q "$(printf '\033')" "$work/said"
}
check "in web/ too" web
finish
