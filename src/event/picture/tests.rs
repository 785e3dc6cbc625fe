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

async fn refused(file: Vec<u8>) -> BadPicture {
    Prepared::of(file).await.expect_err("a bad picture")
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

#[tokio::test]
async fn p_8_no_metadata_survives_and_the_picture_stands_upright() {
    let file = with_position();
    assert!(holds(&file, b"GPS-CANARY"));
    let made = Prepared::of(file).await.unwrap();
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
    let made = Prepared::of(polyglot).await.unwrap();
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
        let made = Prepared::of(png(width, height)).await.unwrap();
        for (file, (width, height)) in [(&made.small, small), (&made.large, large)] {
            let pixels = image::load_from_memory(file).unwrap();
            assert_eq!((pixels.width(), pixels.height()), (width, height));
        }
    }
}

#[tokio::test]
async fn what_is_see_through_stays_so() {
    let pixels = RgbaImage::from_pixel(30, 30, Rgba([10, 90, 60, 90]));
    let made = Prepared::of(encoded(
        &DynamicImage::ImageRgba8(pixels),
        ImageFormat::WebP,
    ))
    .await;
    let made = made.unwrap();
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
    Prepared::of(file).await.unwrap();
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
