using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SopKinerja.Web.Access;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages;

/// <summary>Every refusal and every fault ends here, as a sentence.</summary>
[IgnoreAntiforgeryToken]
public sealed class ErrorModel : PageModel
{
    private static readonly Dictionary<int, (string Judul, string Kalimat)> Known = new()
    {
        [400] = ("Formulir tidak dapat diterima", "Formulir ini sudah kedaluwarsa atau dikirim dari halaman lain. Kembali ke halaman sebelumnya, muat ulang, lalu kirim lagi."),
        [403] = ("Bukan tugas Anda", "Halaman ini untuk pemegang tugas lain. Bila menurut Anda ini keliru, hubungi administrator."),
        [404] = ("Tidak ditemukan", "Halaman atau berkas ini tidak ada, atau bukan untuk Anda. Periksa alamatnya, atau mulai dari Tugas saya."),
        [405] = ("Cara membuka halaman ini keliru", "Buka halaman ini lewat menu, bukan langsung dari alamatnya."),
        [408] = ("Kiriman terlalu lambat", "Isian Anda datang terlalu lambat, jadi tidak dikerjakan. Periksa sambungan Anda, lalu kirim lagi."),
        [409] = ("Belum dapat dilakukan", "Keadaan berkas sudah berubah. Muat ulang halaman berkas untuk melihat keadaan terbaru."),
        [413] = ("Unggahan terlalu besar", "Lampiran yang Anda unggah terlalu besar. Kecilkan atau pindai ulang dengan resolusi lebih rendah, lalu kirim lagi."),
        [429] = ("Terlalu sering", "Terlalu banyak pemeriksaan dari alamat jaringan Anda. Tunggu satu menit, lalu coba lagi. Ini tidak berarti ada yang salah dengan dokumennya."),
        [503] = ("Belum dapat dikerjakan", "Basis data tidak menjawab, jadi permintaan Anda belum dapat dikerjakan. Tunggu sebentar, lalu coba lagi; bila berulang, hubungi administrator."),
        [500] = ("Terjadi gangguan", "Maaf, permintaan Anda gagal karena gangguan pada sistem. Tidak ada yang setengah tersimpan. Coba lagi; bila berulang, hubungi administrator."),
    };

    public int Status { get; private set; }

    public string Judul { get; private set; } = "";

    public string Kalimat { get; private set; } = "";

    /// <summary>Whatever the method was: this page takes the place of every other.</summary>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        ModelState.Clear();
        Show(Code);
    }

    // Bound by no one: the form that brought us here may be one that cannot be read.
    private int Code => int.TryParse(RouteData.Values["code"] as string, CultureInfo.InvariantCulture, out var code) ? code : 404;

    /// <summary>The framework answers OPTIONS by itself, with 200, where a page has no handler for it.</summary>
    public void OnOptions()
    {
    }

    private void Show(int code)
    {
        var unsaved = HttpContext.Features.Get<IExceptionHandlerFeature>() is { } failed ? Unsaved.Of(failed.Error) : null;
        code = unsaved?.Row.Status ?? code;
        Status = Known.ContainsKey(code) ? code : code >= 500 ? 500 : 404;
        var (judul, kalimat) = Known[Status];
        Judul = judul;
        // Who only reads has nothing that may be stored.
        var isReading = HttpMethods.IsGet(Request.Method) || HttpMethods.IsHead(Request.Method);
        Kalimat = HttpContext.RefusalSentence() ?? (isReading ? null : unsaved?.Sentence) ?? kalimat;
        if (Status == StatusCodes.Status413PayloadTooLarge && HttpContext.Features.Get<TakenAtMost>() is { } most)
        {
            Kalimat = $"{Kalimat} Halaman itu menerima paling besar {Ukuran.Tampil(most.Bytes)} sekali kirim.";
        }

        var isAsked = unsaved is null && HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is null && code != 500;
        Response.StatusCode = isAsked ? StatusCodes.Status404NotFound : code;
    }
}
