//! From a file that may be anything to pixels, within limits that hold before anything is decoded.

use std::io::Cursor;

use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};

use super::Crop;

/// Octets of the largest file that is looked at.
pub const LARGEST_FILE: usize = 5 * 1024 * 1024;

/// Pixels of the largest picture.
const MOST_PIXELS: u64 = 40_000_000;

/// Pixels of the largest JPEG in several scans: all of its coefficients are held at once, which takes
/// three times the memory.
const MOST_PROGRESSIVE_PIXELS: u64 = 15_000_000;

/// Octets of the largest picture once it is decoded.
const MOST_MEMORY: u64 = 160_000_000;

/// Pixels of the longest side.
const LONGEST_SIDE: u32 = 30_000;

/// Why a picture is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadPicture {
    /// Its file is larger than [`LARGEST_FILE`].
    #[error("the file is larger than 5 MB")]
    TooHeavy,
    /// Neither JPEG nor PNG nor WebP, whatever its name says.
    #[error("the file is no JPEG, PNG or WebP")]
    OtherFormat,
    /// It has more pixels than can be decoded in reasonable memory.
    #[error("the picture has too many pixels")]
    TooLarge,
    /// Damaged, or cut off.
    #[error("the file is damaged")]
    Damaged,
    /// It took too long.
    #[error("the picture took too long")]
    TooSlow,
}

/// The pixels of `file`, upright, and of them what `crop` leaves.
pub(super) fn decode(file: &[u8], crop: Crop) -> Result<DynamicImage, BadPicture> {
    let format = format(file)?;
    let mut reader = ImageReader::with_format(Cursor::new(file), format);
    let mut limits = Limits::default();
    limits.max_image_width = Some(LONGEST_SIDE);
    limits.max_image_height = Some(LONGEST_SIDE);
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(refusal)?;
    let (width, height) = decoder.dimensions();
    let most = match format {
        ImageFormat::Jpeg if !is_sequential(file) => MOST_PROGRESSIVE_PIXELS,
        _ => MOST_PIXELS,
    };
    if u64::from(width) * u64::from(height) > most || decoder.total_bytes() > MOST_MEMORY {
        return Err(BadPicture::TooLarge);
    }
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut pixels = DynamicImage::from_decoder(decoder).map_err(refusal)?;
    // Cropped and shrunk before it is turned: a second copy of its full size would take as much memory
    // again.
    pixels = crop.of(pixels, orientation).unwrap_or_else(shrunk);
    pixels.apply_orientation(orientation);
    Ok(pixels)
}

/// At most as large as the largest size that is kept.
fn shrunk(pixels: DynamicImage) -> DynamicImage {
    let most = super::Size::Large.pixels();
    if pixels.width() <= most && pixels.height() <= most {
        return pixels;
    }
    pixels.thumbnail(most, most)
}

/// By what the file begins with, never by its name.
fn format(file: &[u8]) -> Result<ImageFormat, BadPicture> {
    if file.len() > LARGEST_FILE {
        return Err(BadPicture::TooHeavy);
    }
    match file {
        [0xff, 0xd8, 0xff, ..] => Ok(ImageFormat::Jpeg),
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Ok(ImageFormat::Png),
        [
            b'R',
            b'I',
            b'F',
            b'F',
            _,
            _,
            _,
            _,
            b'W',
            b'E',
            b'B',
            b'P',
            ..,
        ] => Ok(ImageFormat::WebP),
        _ => Err(BadPicture::OtherFormat),
    }
}

/// Whether the frame of a JPEG is coded in one scan for each component (SOF0, SOF1: ITU-T T.81 table B.1).
/// Any number of fill octets may stand before a marker (section B.1.1.2). One whose frame is not found so
/// counts as what takes more memory.
fn is_sequential(file: &[u8]) -> bool {
    let mut rest = file.get(2..).unwrap_or_default();
    loop {
        while let [0xff, 0xff, ..] = rest {
            rest = &rest[1..];
        }
        let [0xff, marker, segment @ ..] = rest else {
            return false;
        };
        match marker {
            0xc0 | 0xc1 => return true,
            // Other frames, a scan before any, the end.
            0xc2 | 0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf | 0xd9 | 0xda => return false,
            // Markers that stand alone.
            0x01 | 0xd0..=0xd8 => rest = segment,
            _ => {
                let [high, low, ..] = segment else {
                    return false;
                };
                let length = usize::from(u16::from_be_bytes([*high, *low]));
                rest = segment.get(length..).unwrap_or_default();
            }
        }
    }
}

fn refusal(error: image::ImageError) -> BadPicture {
    match error {
        image::ImageError::Limits(_) => BadPicture::TooLarge,
        _ => BadPicture::Damaged,
    }
}
