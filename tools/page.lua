-- SPDX-License-Identifier: MIT
-- For pandoc: a page of docs/ as a web page beside the others. Its title is its first heading, its language that of its
-- name ("rules.nn.md"), and links to other pages lead to theirs.

local function title_of(document)
  for _, block in ipairs(document.blocks) do
    if block.t == "Header" then
      return pandoc.utils.stringify(block.content)
    end
  end
end

local function language_of(path)
  return path:match("%.(%l%l)%.md$") or "en"
end

local function page_of(address)
  if address:match("^%a+:") then
    return address
  end
  address = address:gsub("^%.%./", ""):gsub("^docs/", ""):gsub("^cmd/", "")
  return (address:gsub("%.md$", ".html"):gsub("%.md#", ".html#"):gsub("%.1$", ".1.html"))
end

function Pandoc(document)
  document.meta.pagetitle = title_of(document)
  document.meta.lang = language_of(PANDOC_STATE.input_files[1])
  return document:walk({
    Link = function(link)
      link.target = page_of(link.target)
      return link
    end,
  })
end
