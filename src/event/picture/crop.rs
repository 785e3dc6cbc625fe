use image::imageops;
use image::metadata::Orientation;
use image::{DynamicImage, GenericImageView};

use super::Size;
use crate::words;

words! {
    /// What of a picture is kept.
    pub enum Crop {
        /// All of it.
        Whole = "whole",
        /// A square at its top, or at its left where it is wider than high.
        Start = "start",
        /// A square in its middle.
        Middle = "middle",
        /// A square at its bottom, or at its right.
        End = "end",
    }
}

impl Crop {
    /// The square of `pixels`, which still have to be turned by `orientation`, at most as large as the
    /// largest size that is kept; the pixels themselves where all of them are kept. No copy of their full
    /// size is made.
    pub(super) fn of(
        self,
        pixels: DynamicImage,
        orientation: Orientation,
    ) -> Result<DynamicImage, DynamicImage> {
        let (width, height) = pixels.dimensions();
        let side = width.min(height);
        let rest = width.max(height) - side;
        let from = match (self, is_turned_about(orientation, width > height)) {
            (Self::Whole, _) => return Err(pixels),
            (Self::Start, false) | (Self::End, true) => 0,
            (Self::Middle, _) => rest / 2,
            (Self::End, false) | (Self::Start, true) => rest,
        };
        let (left, top) = if width > height { (from, 0) } else { (0, from) };
        let square = pixels.view(left, top, side, side);
        let most = Size::Large.pixels();
        Ok(DynamicImage::ImageRgba8(if side > most {
            imageops::thumbnail(&*square, most, most)
        } else {
            square.to_image()
        }))
    }
}

/// Whether what comes first along the longer side comes last once it stands upright.
const fn is_turned_about(orientation: Orientation, is_wide: bool) -> bool {
    match orientation {
        Orientation::Rotate180 | Orientation::Rotate270FlipH => true,
        Orientation::FlipHorizontal | Orientation::Rotate270 => is_wide,
        Orientation::FlipVertical | Orientation::Rotate90 => !is_wide,
        Orientation::NoTransforms | Orientation::Rotate90FlipH => false,
    }
}
