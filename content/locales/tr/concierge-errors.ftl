# Konsiyerj adına neden yazılamadığı ve nasıl devam edileceği.

# keys: error-concierge-*
error-concierge-lost = { $name } hesabı artık bağlı değil. Bot üzerinden yanıtlayın ya da hesabın yeniden bağlanmasını isteyin.
error-concierge-no-right = { $name } kendi adına yanıt verilmesine izin vermemiş. Bot üzerinden yanıtlayın ya da Telegram’da izin vermesini isteyin.
error-concierge-window-over = Telegram, müşterinin son mesajından sonraki 24 saat boyunca yanıtlara izin verir ve bu süre doldu. Bot üzerinden yanıtlayın ya da { $name } kendi telefonundan yazsın.
error-concierge-no-bot-chat = Bu müşteri bota hiç yazmamış, bu yüzden bot ona ulaşamaz. Yalnızca konsiyerj kendi telefonundan yazabilir.

# keys: error-customer-unknown
error-customer-unknown = Böyle bir müşteri yok.
