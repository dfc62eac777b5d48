using SopKinerja.Domain.Sop;

namespace SopKinerja.Web.Documents.PermenPanRb6;

/// <summary>The two who agree on an SKP in dialog kinerja, with their consent as far as it is given.</summary>
public sealed record KesepakatanTercetak(
    PegawaiTercetak YangDinilai, PegawaiTercetak PejabatPenilai, PersetujuanElektronik? Diajukan, PersetujuanElektronik? Disetujui)
{
    public static KesepakatanTercetak From(Parties parties, PersetujuanElektronik? diajukan, PersetujuanElektronik? disetujui) =>
        new(PegawaiTercetak.From(parties.Asn), PegawaiTercetak.From(parties.AtasanLangsung), diajukan, disetujui);

    internal SignatureBlocks Signatures(KopTercetak kop) => new(
    [
        new(["", "PEGAWAI YANG DINILAI"], Diajukan?.Statement("Diajukan"), YangDinilai.Nama, YangDinilai.NipLine),
        kop.Signature("", "PEJABAT PENILAI KINERJA", Disetujui?.Oleh ?? PejabatPenilai, Disetujui, "Disetujui"),
    ]);
}
