"""Answers questions about blocks of addresses with Python's ipaddress: JSON on stdin, JSON on stdout."""

import ipaddress
import json
import sys


def read(text, strict):
    try:
        return ipaddress.ip_network(text, strict=strict)
    except ValueError:
        return None


def about_text(text):
    strict, loose = read(text, True), read(text, False)
    answer = {"strict": strict and str(strict), "loose": loose and str(loose)}
    if strict is not None:
        answer["first"] = str(int(strict.network_address))
        answer["last"] = str(int(strict.broadcast_address))
    return answer


def about_pair(pair):
    a, b = (ipaddress.ip_network(text) for text in pair)
    if a.version != b.version or not a.overlaps(b):
        return "disjoint"
    if a == b:
        return "equal"
    return "inside" if a.subnet_of(b) else "contains"


def left_of(blocks, hole):
    for block in blocks:
        if block.version != hole.version or not block.overlaps(hole):
            yield block
        elif not block.subnet_of(hole):
            yield from block.address_exclude(hole)


def merged(blocks):
    return [
        str(block)
        for version in (4, 6)
        for block in ipaddress.collapse_addresses(b for b in blocks if b.version == version)
    ]


def about_set(question):
    left = [ipaddress.ip_network(text) for text in question["from"]]
    answer = {"merged": merged(left)}
    for text in question["holes"]:
        left = list(left_of(left, ipaddress.ip_network(text)))
    answer["left"] = merged(left)
    return answer


questions = json.load(sys.stdin)
answers = {
    "texts": [about_text(text) for text in questions["texts"]],
    "pairs": [about_pair(pair) for pair in questions["pairs"]],
    "sets": [about_set(question) for question in questions["sets"]],
}
json.dump(answers, sys.stdout)
