//! Files that somebody may upload, well meant or not (S-21).

use std::io::Cursor;

use image::{DynamicImage, ExtendedColorType, ImageEncoder, ImageFormat, Rgba, RgbaImage};

use super::*;

/// A plain PNG of this size.
pub(in crate::event) fn png(width: u32, height: u32) -> Vec<u8> {
    encoded(&DynamicImage::new_rgb8(width, height), ImageFormat::Png)
}

fn encoded(pixels: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut file = Cursor::new(Vec::new());
    pixels.write_to(&mut file, format).unwrap();
    file.into_inner()
}

/// The same PNG, which claims to be of another size.
fn claiming(mut file: Vec<u8>, width: u32, height: u32) -> Vec<u8> {
    file[16..20].copy_from_slice(&width.to_be_bytes());
    file[20..24].copy_from_slice(&height.to_be_bytes());
    let crc = crc32(&file[12..29]);
    file[29..33].copy_from_slice(&crc.to_be_bytes());
    file
}

/// CRC-32 of ISO 3309, as PNG has it.
fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            if crc & 1 == 1 {
                (crc >> 1) ^ 0xedb8_8320
            } else {
                crc >> 1
            }
        })
    })
}

/// A JPEG with an Exif block that turns it by 90 degrees and says where it was taken.
fn with_position() -> Vec<u8> {
    let mut exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x02".to_vec();
    exif.extend(b"\x01\x12\0\x03\0\0\0\x01\0\x06\0\0");
    exif.extend(b"\x88\x25\0\x04\0\0\0\x01\0\0\0\x26\0\0\0\0");
    exif.extend(b"\0\x01\0\x01\0\x02\0\0\0\x04GPS-CANARY\0\0\0\0");
    let mut file = Vec::new();
    let encoder = image::codecs::jpeg::JpegEncoder::new(&mut file);
    let pixels = RgbaImage::from_pixel(60, 20, Rgba([10, 90, 60, 255]));
    let pixels = DynamicImage::ImageRgba8(pixels).to_rgb8();
    encoder
        .write_image(&pixels, 60, 20, ExtendedColorType::Rgb8)
        .unwrap();
    let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
    let block = [b"\xff\xe1".as_slice(), &length, &exif].concat();
    file.splice(2..2, block);
    file
}

async fn made(file: Vec<u8>) -> std::result::Result<Prepared, BadPicture> {
    Prepared::of(file, Crop::Whole).await
}

async fn refused(file: Vec<u8>) -> BadPicture {
    made(file).await.expect_err("a bad picture")
}

/// A grey JPEG of this size that holds one square of eight by eight pixels, in a frame of this kind, with
/// so many fill octets before each marker but the first.
fn jpeg(frame: u8, (width, height): (u16, u16), fill: usize) -> Vec<u8> {
    let [height, width] = [height, width].map(u16::to_be_bytes);
    let size = [height, width].concat();
    let table = [1; 64];
    let mut codes = [0; 17];
    codes[0] = 1;
    let segments: [(u8, Vec<u8>); 4] = [
        (0xdb, [[0].as_slice(), &table].concat()),
        (frame, [[8].as_slice(), &size, &[1, 1, 0x11, 0]].concat()),
        (0xc4, [[0].as_slice(), &codes].concat()),
        (0xda, vec![1, 1, 0, 0, 0, 0]),
    ];
    let mut file = vec![0xff, 0xd8];
    for (marker, content) in segments {
        file.extend(vec![0xff; fill + 1]);
        file.push(marker);
        file.extend(u16::try_from(content.len() + 2).unwrap().to_be_bytes());
        file.extend(content);
    }
    file.push(0x7f);
    file.extend(vec![0xff; fill + 1]);
    file.push(0xd9);
    file
}

#[tokio::test]
async fn s_21_the_corpus_of_bad_files_is_refused() {
    let bomb = claiming(png(8, 8), 50_000, 50_000);
    assert_eq!(refused(bomb).await, BadPicture::TooLarge);
    let large = claiming(png(8, 8), 20_000, 2_001);
    assert_eq!(refused(large).await, BadPicture::TooLarge);
    let jpeg = encoded(&DynamicImage::new_rgb8(64, 64), ImageFormat::Jpeg);
    for file in [
        b"<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>".to_vec(),
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n".to_vec(),
        b"\xc5\xd0\xd3\xc6\x1e\0\0\0".to_vec(),
        b"GIF89a\x01\0\x01\0\0\0\0;".to_vec(),
        b"BM\0\0".to_vec(),
        b"<!doctype html><script>alert(1)</script>".to_vec(),
        Vec::new(),
    ] {
        assert_eq!(refused(file).await, BadPicture::OtherFormat);
    }
    for file in [
        &jpeg[..40],
        &png(64, 64)[..40],
        b"\xff\xd8\xff",
        b"RIFF\0\0\0\0WEBPVP8 ",
    ] {
        assert_eq!(refused(file.to_vec()).await, BadPicture::Damaged);
    }
    assert_eq!(
        refused(vec![0xff; LARGEST_FILE + 1]).await,
        BadPicture::TooHeavy
    );
}

const PROGRESSIVE: u8 = 0xc2;

#[tokio::test]
async fn s_21_fill_octets_hide_no_progressive_frame() {
    for fill in [0, 1, 2, 7, 300] {
        let small = made(jpeg(PROGRESSIVE, (8, 8), fill)).await;
        assert!(
            matches!(small, Ok(_) | Err(BadPicture::Damaged)),
            "{fill}: {small:?}"
        );
        let large = jpeg(PROGRESSIVE, (5_000, 4_000), fill);
        assert_eq!(refused(large).await, BadPicture::TooLarge, "{fill}");
    }
    // The frame is read as such where nothing stands before it.
    let small = made(jpeg(PROGRESSIVE, (8, 8), 0)).await.unwrap();
    let pixels = image::load_from_memory(&small.large).unwrap();
    assert_eq!((pixels.width(), pixels.height()), (8, 8));
}

#[tokio::test]
async fn s_21_a_frame_that_is_not_found_counts_as_the_larger() {
    let file = jpeg(PROGRESSIVE, (5_000, 4_000), 0);
    let (begin, rest) = file.split_at(2);
    for stray in [
        &[0xff, 0x01][..],
        &[0xff, 0xd0],
        &[0xff, 0xe0, 0, 2],
        &[0xff, 0xe0, 0, 4, 0, 0, 0, 0],
        &[0xff, 0xfe, 0xff, 0xff],
    ] {
        let file = [begin, stray, rest].concat();
        let refused = refused(file).await;
        assert!(
            matches!(refused, BadPicture::TooLarge | BadPicture::Damaged),
            "{stray:?}: {refused}"
        );
    }
}

/// Three squares of different grey, one after the other, as a camera wrote them that was held in this way.
fn strip(width: u32, height: u32, orientation: u8) -> Vec<u8> {
    let shade = |x: u32, y: u32| [40, 120, 200][(x.max(y) * 3 / width.max(height)) as usize];
    let pixels = image::GrayImage::from_fn(width, height, |x, y| image::Luma([shade(x, y)]));
    let mut file = encoded(&DynamicImage::ImageLuma8(pixels), ImageFormat::Jpeg);
    let mut exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
    exif.extend([orientation, 0, 0, 0, 0, 0, 0]);
    let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
    file.splice(2..2, [b"\xff\xe1".as_slice(), &length, &exif].concat());
    file
}

/// With its twin: what is kept whole is no square.
#[tokio::test]
async fn u_16_a_square_is_kept_of_the_part_that_was_chosen_as_it_stands_upright() {
    for orientation in 1..=8 {
        for (width, height) in [(90, 30), (30, 90)] {
            let file = strip(width, height, orientation);
            let whole = Prepared::of(file.clone(), Crop::Whole).await.unwrap();
            let whole = image::load_from_memory(&whole.large).unwrap().to_luma8();
            let (wide, high) = whole.dimensions();
            assert_ne!(wide, high);
            for (crop, third) in [(Crop::Start, 0), (Crop::Middle, 1), (Crop::End, 2)] {
                let made = Prepared::of(file.clone(), crop).await.unwrap();
                for octets in [&made.small, &made.large] {
                    let square = image::load_from_memory(octets).unwrap().to_luma8();
                    assert_eq!(square.dimensions(), (30, 30));
                    let at = 15 + 30 * third;
                    let expected = if wide > high {
                        whole.get_pixel(at, 15)
                    } else {
                        whole.get_pixel(15, at)
                    };
                    let kept = square.get_pixel(15, 15).0[0];
                    assert!(
                        kept.abs_diff(expected.0[0]) < 12,
                        "{orientation} {width}x{height} {crop}"
                    );
                }
            }
        }
    }
    let made = Prepared::of(png(2_000, 1_000), Crop::End).await.unwrap();
    let pixels = image::load_from_memory(&made.large).unwrap();
    assert_eq!((pixels.width(), pixels.height()), (960, 960));
    assert_eq!(made.media_type, "image/jpeg");
}

#[tokio::test]
async fn p_8_no_metadata_survives_and_the_picture_stands_upright() {
    let file = with_position();
    assert!(holds(&file, b"GPS-CANARY"));
    let made = made(file).await.unwrap();
    for file in [&made.small, &made.large] {
        assert!(!holds(file, b"Exif") && !holds(file, b"GPS-CANARY"));
        let pixels = image::load_from_memory(file).unwrap();
        assert_eq!((pixels.width(), pixels.height()), (20, 60));
    }
}

#[tokio::test]
async fn s_21_what_follows_the_picture_in_its_file_is_dropped() {
    let mut polyglot = encoded(&DynamicImage::new_rgb8(30, 30), ImageFormat::Jpeg);
    polyglot.extend(b"<script>alert(1)</script>PK\x03\x04");
    let made = made(polyglot).await.unwrap();
    assert!(!holds(&made.small, b"<script>") && !holds(&made.large, b"<script>"));
    assert_eq!(made.media_type, "image/jpeg");
}

#[tokio::test]
async fn pictures_are_shrunk_to_both_sizes_and_never_enlarged() {
    for ((width, height), small, large) in [
        ((2_000, 1_000), (240, 120), (960, 480)),
        ((100, 50), (100, 50), (100, 50)),
        ((500, 400), (240, 192), (500, 400)),
    ] {
        let made = made(png(width, height)).await.unwrap();
        for (file, (width, height)) in [(&made.small, small), (&made.large, large)] {
            let pixels = image::load_from_memory(file).unwrap();
            assert_eq!((pixels.width(), pixels.height()), (width, height));
        }
    }
}

#[tokio::test]
async fn what_is_see_through_stays_so() {
    let pixels = RgbaImage::from_pixel(30, 30, Rgba([10, 90, 60, 90]));
    let file = encoded(&DynamicImage::ImageRgba8(pixels), ImageFormat::WebP);
    let made = made(file).await.unwrap();
    assert_eq!(made.media_type, "image/webp");
    assert!(
        image::load_from_memory(&made.large)
            .unwrap()
            .color()
            .has_alpha()
    );
}

/// The largest picture that is taken costs less than 200 MB of memory.
#[tokio::test]
async fn s_21_the_largest_picture_fits_into_memory() {
    let file = png(8_000, 5_000);
    let before = peak_memory();
    made(file).await.unwrap();
    let more = peak_memory() - before;
    assert!(more < 200_000_000, "{more} octets");
}

/// The most memory that this process had so far, in octets.
fn peak_memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status
        .lines()
        .find(|line| line.starts_with("VmHWM:"))
        .unwrap();
    let kilobytes: u64 = line.split_whitespace().nth(1).unwrap().parse().unwrap();
    kilobytes * 1_024
}

fn holds(file: &[u8], text: &[u8]) -> bool {
    file.windows(text.len()).any(|window| window == text)
}
