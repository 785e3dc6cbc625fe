//! From pixels to the two files that are kept and served.

use std::time::Duration;

use image::codecs::jpeg::JpegEncoder;
use image::codecs::webp::WebPEncoder;
use image::{DynamicImage, GenericImageView, ImageEncoder, Rgba};
use tokio::sync::Semaphore;
use tokio::time::timeout;

use super::decode::{BadPicture, decode};
use super::{Crop, Size};

/// One picture at a time: a few of them would fill the memory of a small machine.
static ONE_AT_A_TIME: Semaphore = Semaphore::const_new(1);

/// How long somebody waits for their picture, others' included.
const PATIENCE: Duration = Duration::from_secs(15);

/// Of 100.
const JPEG_QUALITY: u8 = 84;

/// A picture ready to be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prepared {
    /// `image/jpeg`, or `image/webp` where it is see-through.
    pub(super) media_type: &'static str,
    pub(super) small: Vec<u8>,
    pub(super) large: Vec<u8>,
}

impl Prepared {
    /// Makes both sizes of the picture in `file`, or of the part of it that `crop` names, off the threads that serve. It needs no unit of work:
    /// none is to be held meanwhile.
    ///
    /// # Errors
    /// [`BadPicture`] says what is wrong with the file.
    pub async fn of(file: Vec<u8>, crop: Crop) -> Result<Self, BadPicture> {
        let work = async {
            let turn = ONE_AT_A_TIME
                .acquire()
                .await
                .map_err(|_| BadPicture::TooSlow)?;
            // The turn goes along: whoever gives up waiting does not let another begin beside it.
            let made = tokio::task::spawn_blocking(move || {
                let _turn = turn;
                Self::made_of(&file, crop)
            });
            made.await.unwrap_or(Err(BadPicture::Damaged))
        };
        timeout(PATIENCE, work)
            .await
            .unwrap_or(Err(BadPicture::TooSlow))
    }

    fn made_of(file: &[u8], crop: Crop) -> Result<Self, BadPicture> {
        let pixels = decode(file, crop)?;
        let small = pixels.thumbnail(
            Size::Small.pixels().min(pixels.width()),
            Size::Small.pixels().min(pixels.height()),
        );
        let is_solid = pixels
            .pixels()
            .all(|(_, _, Rgba([_, _, _, alpha]))| alpha == u8::MAX);
        let (media_type, encode): (_, fn(&DynamicImage) -> _) = if is_solid {
            ("image/jpeg", jpeg)
        } else {
            ("image/webp", webp)
        };
        let [small, large] = [&small, &pixels].map(encode);
        Ok(Self {
            media_type,
            small: small.map_err(|_| BadPicture::Damaged)?,
            large: large.map_err(|_| BadPicture::Damaged)?,
        })
    }
}

fn jpeg(pixels: &DynamicImage) -> image::ImageResult<Vec<u8>> {
    let mut file = Vec::new();
    let encoder = JpegEncoder::new_with_quality(&mut file, JPEG_QUALITY);
    pixels.to_rgb8().write_with_encoder(encoder)?;
    Ok(file)
}

fn webp(pixels: &DynamicImage) -> image::ImageResult<Vec<u8>> {
    let mut file = Vec::new();
    let encoder = WebPEncoder::new_lossless(&mut file);
    let pixels = pixels.to_rgba8();
    let (width, height) = pixels.dimensions();
    encoder.write_image(&pixels, width, height, image::ExtendedColorType::Rgba8)?;
    Ok(file)
}
