//! Pictures: JPEG goes into the file as it is, PNG keeps its alpha.

use std::sync::Arc;

use krilla::Data;
use krilla::geom::{Size, Transform};
use krilla::image::Image;
use krilla::surface::Surface;

use crate::document::ImageData;
use crate::units::Pt;

/// Lets krilla read the bytes without a copy.
struct Shared(Arc<ImageData>);

impl AsRef<[u8]> for Shared {
    fn as_ref(&self) -> &[u8] {
        &self.0.bytes
    }
}

/// Reads a picture's head; krilla decodes the rest when it is first written.
pub(super) fn decode(data: &Arc<ImageData>) -> Result<Image, String> {
    let bytes: Arc<dyn AsRef<[u8]> + Send + Sync> = Arc::new(Shared(Arc::clone(data)));
    // Interpolation is not allowed in PDF/A.
    if data.png {
        Image::from_png(Data::from(bytes), false)
    } else {
        Image::from_jpeg(Data::from(bytes), false)
    }
}

/// Draws a picture into its rectangle.
pub(super) fn draw(surface: &mut Surface, image: Image, rect: [Pt; 4]) {
    let [x, y, width, height] = rect.map(|side| side.0);
    if let Some(size) = Size::from_wh(width, height) {
        surface.push_transform(&Transform::from_translate(x, y));
        surface.draw_image(image, size);
        surface.pop();
    }
}
