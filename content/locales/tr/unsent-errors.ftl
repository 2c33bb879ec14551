# What the API answers about what did not arrive.

error-unsent-unknown = Böyle bir mesaj veya güncelleme artık burada yok. Sayfayı yenileyin.
