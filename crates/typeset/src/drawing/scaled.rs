//! Pictures brought to the dots they are drawn in, once for all places that show them: of two
//! thousand name boards each has the emblem, and scaling it costs more than the rest of the board.

use std::rc::Rc;
use std::sync::Arc;

use tiny_skia::{
    FilterQuality, IntSize, Pixmap, PixmapMut, PixmapPaint, Point, Transform,
};

use crate::document::ImageData;
use crate::recent::Recent;

/// Pictures that are kept: emblems, logos, a signature.
const KEPT: usize = 8;

/// Dots of a picture that is kept; a larger one fills a page, and is drawn right onto it.
const DOTS: u64 = 2_000_000;

/// The pictures that were drawn last, as the dots they became.
#[derive(Debug)]
pub(crate) struct ScaledPictures(Recent<PicturePlace, Option<Rc<Scaled>>>);

/// A picture, and how it lies: the transform of its corner points without where it stands.
type PicturePlace = (Arc<ImageData>, [u32; 4]);

/// A picture as dots, with where its left top dot lies as seen from the corner it hangs on.
#[derive(Debug)]
struct Scaled {
    dots: Pixmap,
    left: f32,
    top: f32,
}

impl Default for ScaledPictures {
    fn default() -> Self {
        Self(Recent::new(KEPT))
    }
}

impl ScaledPictures {
    /// Draws a picture whose corner and size, in a unit of one for its width, a transform tells.
    pub(super) fn draw(
        &mut self,
        onto: &mut PixmapMut<'_>,
        data: &Arc<ImageData>,
        place: Transform,
    ) {
        let lies = Transform { tx: 0.0, ty: 0.0, ..place };
        let (x, y, width, height) = reach(data, lies);
        if u64::from(width) * u64::from(height) > DOTS {
            if let Some(picture) = decoded(data) {
                paint(onto, &picture, place);
            }
            return;
        }
        let how = [lies.sx, lies.kx, lies.ky, lies.sy].map(f32::to_bits);
        let same = |key: &PicturePlace| Arc::ptr_eq(&key.0, data) && key.1 == how;
        let make = || {
            let scaled = scale(data, lies, (x, y, width, height)).map(Rc::new);
            Ok::<_, std::convert::Infallible>(((Arc::clone(data), how), scaled))
        };
        let Ok(found) = self.0.get(same, make);
        if let Some(Scaled { dots, left, top }) = found.as_deref() {
            #[allow(clippy::cast_possible_truncation)]
            let at = |way: f32| way.round() as i32;
            let (x, y) = (at(place.tx + left), at(place.ty + top));
            let plain = PixmapPaint::default();
            onto.draw_pixmap(x, y, dots.as_ref(), &plain, Transform::identity(), None);
        }
    }
}

/// The rectangle that a picture takes: its left, its top, and its size in whole dots.
#[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation)]
#[allow(clippy::cast_sign_loss)]
fn reach(data: &ImageData, lies: Transform) -> (f32, f32, u32, u32) {
    let high = data.height as f32 / data.width.max(1) as f32;
    let mut corners = [(0.0, 0.0), (1.0, 0.0), (0.0, high), (1.0, high)].map(Point::from);
    lies.map_points(&mut corners);
    let least = |way: fn(&Point) -> f32| corners.iter().map(way).fold(f32::MAX, f32::min);
    let most = |way: fn(&Point) -> f32| corners.iter().map(way).fold(f32::MIN, f32::max);
    let (left, top) = (least(|point| point.x), least(|point| point.y));
    let dots = |from: f32, to: f32| (to - from - 0.001).ceil().max(1.0) as u32;
    let (right, foot) = (most(|point| point.x), most(|point| point.y));
    (left, top, dots(left, right), dots(top, foot))
}

fn scale(
    data: &ImageData,
    lies: Transform,
    (left, top, width, height): (f32, f32, u32, u32),
) -> Option<Scaled> {
    let picture = decoded(data)?;
    let mut dots = Pixmap::new(width, height)?;
    paint(&mut dots.as_mut(), &picture, lies.post_translate(-left, -top));
    Some(Scaled { dots, left, top })
}

#[allow(clippy::cast_precision_loss)]
fn paint(onto: &mut PixmapMut<'_>, picture: &Pixmap, place: Transform) {
    let zoom = 1.0 / picture.width().max(1) as f32;
    let how = PixmapPaint { quality: FilterQuality::Bicubic, ..PixmapPaint::default() };
    onto.draw_pixmap(0, 0, picture.as_ref(), &how, place.pre_scale(zoom, zoom), None);
}

fn decoded(data: &ImageData) -> Option<Pixmap> {
    let picture = image::load_from_memory(&data.bytes).ok()?.to_rgba8();
    let size = IntSize::from_wh(picture.width(), picture.height())?;
    let mut bytes = picture.into_raw();
    for dot in bytes.chunks_exact_mut(4) {
        if let [red, green, blue, alpha] = dot {
            let color = tiny_skia::ColorU8::from_rgba(*red, *green, *blue, *alpha);
            let color = color.premultiply();
            (*red, *green, *blue) = (color.red(), color.green(), color.blue());
        }
    }
    Pixmap::from_vec(bytes, size)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Four dots, the left top one red.
    fn picture() -> Arc<ImageData> {
        let dots = image::RgbaImage::from_fn(2, 2, |x, y| {
            image::Rgba(if (x, y) == (0, 0) { [255, 0, 0, 255] } else { [0, 0, 0, 255] })
        });
        let mut file = std::io::Cursor::new(Vec::new());
        dots.write_to(&mut file, image::ImageFormat::Png).unwrap();
        let bytes = file.into_inner();
        Arc::new(ImageData { png: true, bytes, width: 2, height: 2 })
    }

    fn red(canvas: &Pixmap, x: u32, y: u32) -> bool {
        canvas.pixel(x, y).is_some_and(|dot| dot.red() > 200)
    }

    #[test]
    fn a_picture_stands_where_it_is_drawn_however_often() {
        let (data, mut scaled) = (picture(), ScaledPictures::default());
        let mut canvas = Pixmap::new(100, 100).unwrap();
        for (x, y) in [(0.0, 0.0), (50.0, 30.4), (10.3, 70.0)] {
            let place = Transform::from_row(20.0, 0.0, 0.0, 20.0, x, y);
            scaled.draw(&mut canvas.as_mut(), &data, place);
        }
        for (x, y) in [(2, 2), (52, 32), (12, 72)] {
            assert!(red(&canvas, x, y), "{x}, {y}");
            assert!(!red(&canvas, x + 14, y) && !red(&canvas, x, y + 14));
        }
        // By half a turn its red corner comes to the right foot.
        let turned = Transform::from_row(-20.0, 0.0, 0.0, -20.0, 100.0, 60.0);
        scaled.draw(&mut canvas.as_mut(), &data, turned);
        assert!(red(&canvas, 97, 57) && !red(&canvas, 83, 43));
    }

    #[test]
    fn one_that_fills_a_page_is_not_kept() {
        let (data, mut scaled) = (picture(), ScaledPictures::default());
        let mut canvas = Pixmap::new(2_000, 2_000).unwrap();
        let place = Transform::from_row(2_000.0, 0.0, 0.0, 2_000.0, 0.0, 0.0);
        scaled.draw(&mut canvas.as_mut(), &data, place);
        assert!(red(&canvas, 10, 10) && !red(&canvas, 1_990, 1_990));
        assert_eq!(Arc::strong_count(&data), 1);
    }
}
