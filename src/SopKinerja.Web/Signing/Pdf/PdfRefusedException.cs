namespace SopKinerja.Web.Signing.Pdf;

/// <summary>Why a file is not signed and not judged.</summary>
public enum PdfFault
{
    Broken,

    Encrypted,

    Foreign,

    NoRoom,

    /// <summary>Reading it costs more than any document of ours.</summary>
    TooMuch,
}

/// <summary>A file that cannot be signed; the message is a sentence for the screen.</summary>
public sealed class PdfRefusedException(PdfFault fault, string detail) : Exception(Sentence(fault, detail))
{
    public PdfFault Fault { get; } = fault;

    /// <summary>What is wrong, as a part of a sentence; a whole one where there is no room.</summary>
    public string Detail { get; } = detail;

    private static string Sentence(PdfFault fault, string detail) => fault switch
    {
        PdfFault.Broken => $"Dokumen PDF ini rusak: {detail}. Ambil lagi aslinya.",
        PdfFault.Encrypted => "Dokumen PDF ini terkunci dengan kata sandi. Pakai dokumen yang dibuat oleh aplikasi ini.",
        PdfFault.TooMuch => $"Dokumen PDF ini tidak diperiksa sampai selesai: {detail}. Dokumen dari aplikasi ini jauh lebih sederhana.",
        PdfFault.Foreign => $"Dokumen PDF ini bukan buatan aplikasi ini: {detail}.",
        _ => detail,
    };
}
