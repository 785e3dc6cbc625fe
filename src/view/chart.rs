//! A drawing in SVG: what stands where, in units of its own. How it is painted is its template's
//! business.

use serde::Serialize;

use crate::base::language::Direction;
use crate::words;

words! {
    /// What a shape stands for: the pages' styles paint it, and a file of its own says it with
    /// attributes.
    pub enum Paint {
        /// People in a group, or on a day.
        Bar = "bar",
        /// The whole that a bar is a part of.
        Track = "track",
        /// A line to read values by.
        Rule = "rule",
        /// How many there were up to a day.
        Total = "total",
        /// A moment.
        Moment = "moment",
        /// What something is.
        Label = "label",
        /// How much something is.
        Value = "value",
        /// What helps to read.
        Note = "note",
    }
}

words! {
    /// Which end of a text stands at its place, in the direction of the drawing.
    pub enum Anchor {
        /// Where reading begins.
        Start = "start",
        /// The middle.
        Middle = "middle",
        /// Where reading ends.
        End = "end",
    }
}

/// One part of a drawing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "shape", rename_all = "snake_case")]
pub enum Shape {
    /// A rectangle.
    Rect {
        /// What it stands for.
        paint: Paint,
        /// Its left side.
        x: i64,
        /// Its upper side.
        y: i64,
        /// From side to side.
        width: i64,
        /// From top to bottom.
        height: i64,
    },
    /// A line through points.
    Line {
        /// What it stands for.
        paint: Paint,
        /// `x,y` of each, with blanks between.
        points: String,
    },
    /// Words.
    Text {
        /// What they stand for.
        paint: Paint,
        /// Where their anchor is.
        x: i64,
        /// Their base line.
        y: i64,
        /// Which end is there.
        anchor: Anchor,
        /// The words; those that somebody typed are set between U+2068 and U+2069.
        text: String,
    },
}

/// A drawing with what it says in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Drawing {
    /// Tells it from others on a page.
    pub name: &'static str,
    /// What it is.
    pub title: String,
    /// What it shows, for those who cannot see it.
    pub summary: String,
    /// Whether it is read from right to left.
    pub direction: Direction,
    /// From side to side.
    pub width: i64,
    /// From top to bottom.
    pub height: i64,
    /// Its parts; later ones lie on top.
    pub shapes: Vec<Shape>,
}

/// Paper on which a drawing grows, laid out from where reading begins: it is mirrored for those who
/// read from right to left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    direction: Direction,
    width: i64,
    shapes: Vec<Shape>,
}

impl Paper {
    /// Blank paper of this width.
    pub const fn new(direction: Direction, width: i64) -> Self {
        Self {
            direction,
            width,
            shapes: Vec::new(),
        }
    }

    /// A rectangle whose first side is `x` away from where reading begins.
    pub fn rect(&mut self, paint: Paint, (x, y): (i64, i64), (width, height): (i64, i64)) {
        let x = match self.direction {
            Direction::Ltr => x,
            Direction::Rtl => self.width - x - width,
        };
        self.shapes.push(Shape::Rect {
            paint,
            x,
            y,
            width,
            height,
        });
    }

    /// A line through points.
    pub fn line(&mut self, paint: Paint, points: &[(i64, i64)]) {
        let points: Vec<String> = points
            .iter()
            .map(|(x, y)| format!("{},{y}", self.at(*x)))
            .collect();
        let points = points.join(" ");
        self.shapes.push(Shape::Line { paint, points });
    }

    /// Words of which `anchor` is at this point.
    pub fn text(&mut self, paint: Paint, anchor: Anchor, (x, y): (i64, i64), text: String) {
        let x = self.at(x);
        self.shapes.push(Shape::Text {
            paint,
            x,
            y,
            anchor,
            text,
        });
    }

    /// The drawing, down to `height`.
    pub fn finish(
        self,
        name: &'static str,
        title: String,
        summary: String,
        height: i64,
    ) -> Drawing {
        Drawing {
            name,
            title,
            summary,
            direction: self.direction,
            width: self.width,
            height,
            shapes: self.shapes,
        }
    }

    fn at(&self, x: i64) -> i64 {
        match self.direction {
            Direction::Ltr => x,
            Direction::Rtl => self.width - x,
        }
    }
}

/// A drawing with the numbers that it shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Chart {
    /// The drawing.
    pub drawing: Drawing,
    /// What stands in each column.
    pub columns: Vec<String>,
    /// The rows.
    pub rows: Vec<Row>,
    /// Everybody in all its rows, where each is in one.
    pub total: Option<i64>,
}

/// A row of a chart's table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Row {
    /// What it is about; somebody may have typed it.
    pub name: String,
    /// The numbers, or a word in place of one that is not told.
    pub cells: Vec<String>,
}
