using SopKinerja.Domain.Sop;

namespace SopKinerja.Web.Pages.Imports;

/// <summary>A dossier into which realisasi is typed.</summary>
internal sealed record DossierSubject(Dossier Dossier) : IRecordSubject
{
    public string Key => $"{Dossier.AsnId}/{Dossier.Id}";

    public int PegawaiId => Dossier.AsnId;

    public string? Nip => Dossier.Parties.Asn.Nip;

    public string Nama => Dossier.Parties.Asn.Nama;

    public string Periode => Dossier.NamaPeriode;

    public bool IsNew => false;
}
