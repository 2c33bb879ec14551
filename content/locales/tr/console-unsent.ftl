# Settings → Not sent: what did not arrive, and what could not be handled.
# keys: settings-unsent-*

settings-unsent = Gönderilmeyenler
settings-unsent-lead = Telegram'a ulaşmayan veya belki ulaşmayan mesajlar ve işlenemeyen güncellemeler. Hiçbiri kaybolmadı: yeniden gönderin ya da vazgeçin.
settings-unsent-none = Hepsi ulaştı
settings-unsent-none-words = Burada bekleyen yok. Gönderilemeyen veya ulaşıp ulaşmadığı bilinmeyen mesajlar nedeniyle birlikte burada görünür.
settings-unsent-show = Göster
settings-unsent-all = Tümü
settings-unsent-retry = Yeniden gönder
settings-unsent-retry-all = Tümünü yeniden gönder
settings-unsent-discard = Vazgeç
settings-unsent-discard-all = Tümünden vazgeç
settings-unsent-retry-sure = { $count } mesaj yeniden gönderilsin mi?
settings-unsent-discard-sure = { $count } mesajdan vazgeçilsin mi?
settings-unsent-unknown = Belki ulaştı
settings-unsent-unknown-words = Telegram yanıt vermeden bağlantı koptu. Yeniden göndermeden önce sohbete bakın.
settings-unsent-unreachable = Ulaşılamıyor
settings-unsent-unreachable-words = Müşteri botu engelledi veya hesabını sildi. Yeniden yazdığında gönderilebilir.
settings-unsent-refused = Reddedildi
settings-unsent-refused-words = Telegram mesajı reddetti.
settings-unsent-no-chat = sohbet yok
settings-unsent-no-words = metinsiz
settings-unsent-said = Telegram'ın yanıtı:
settings-unsent-updates = İşlenemeyen güncellemeler
settings-unsent-updates-hint = Her başlatmada, yani yükseltmeden sonra da yeniden denenir.
settings-unsent-update = Güncelleme { $number }
settings-unsent-tries = { $count } kez denendi
settings-unsent-try = Yeniden dene
settings-unsent-still = Hâlâ işlenemiyor.
settings-unsent-group-lost = Bot artık “{ $title }” ekip grubunda değil. Geri döndüğünde olan biten orada da gösterilir.
settings-unsent-group-lacking = Botun “{ $title }” ekip grubunda bir yetkisi eksik. Yetki verilince olan biten orada da gösterilir.
