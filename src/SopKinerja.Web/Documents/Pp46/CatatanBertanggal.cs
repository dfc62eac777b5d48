using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Sop;

namespace SopKinerja.Web.Documents.Pp46;

/// <param name="PejabatPenilai">Who wrote it, named as he was then.</param>
public sealed record CatatanBertanggal(DateOnly Tanggal, string Uraian, PegawaiTercetak PejabatPenilai)
{
    /// <param name="note">With its author.</param>
    internal static CatatanBertanggal From(PlanNote note) =>
        new(note.Date, note.Text, PegawaiTercetak.From(Party.Of(note.Author, outside: "")) with { Nama = note.AuthorNama });
}
