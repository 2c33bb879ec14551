# API’nin makaleler hakkında verdiği yanıtlar.

error-article-unknown = Böyle bir makale yok. Listeyi yeniden okuyun.
error-article-changed = Bu makaleyi bu arada başka biri değiştirdi. Yeniden okuyun; yazdıklarınız duruyor.
error-article-link = { $link } bağlantısı ({ $language }) hiçbir yere gitmiyor. https:// ile başlayan bir adres ya da article: ve makalenin adını yazın.
error-article-slug-taken = { $slug } adında başka bir makale var ya da vardı. Başka bir ad seçin.
error-section-unknown = { $section } adında bir bölüm yok. Listeden birini seçin.
error-section-used = { $section } bölümünde hâlâ makaleler var. Önce onları taşıyın.
error-ai-off = Bu masada yanıt taslağı hizmeti yok. Masanın sahibi onu AI_URL ile bağlar.
