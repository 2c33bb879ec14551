# Düşük puanlar ve bekletilen mesajlar hakkında API yanıtları.

error-low-rating-unknown = Böyle bir puan yok. Listeyi yeniden okuyun.
error-low-rating-handled = Bu puanla biri ilgilenmiş. Listeyi yeniden okuyun.
error-message-not-held = Bu mesaj bekletilmiyor. Yazışmayı yeniden okuyun.
