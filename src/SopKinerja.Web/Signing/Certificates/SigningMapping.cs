using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Signing.Bsre;

namespace SopKinerja.Web.Signing.Certificates;

/// <summary>How certificates lie in the database; the tables are in 0007_tanda_tangan.sql.</summary>
internal static class SigningMapping
{
    public static void Apply(ModelBuilder builder)
    {
        builder.Entity<SigningAuthority>(a => a.ToTable("signing_authorities"));
        builder.Entity<SigningCertificate>(c =>
        {
            c.ToTable("signing_certificates");
            c.Property(x => x.EndReason).HasConversion<string>();
            c.Property(x => x.Version).IsRowVersion();
            c.HasOne(x => x.Authority).WithMany().HasForeignKey(x => x.AuthorityId);
            c.HasOne<Domain.People.Pegawai>().WithMany().HasForeignKey(x => x.PegawaiId);
            c.HasIndex(x => x.Serial).IsUnique();
        });
        builder.Entity<SigningList>(l =>
        {
            l.ToTable("signing_lists");
            l.HasOne<SigningAuthority>().WithMany().HasForeignKey(x => x.AuthorityId);
            l.HasIndex(x => new { x.AuthorityId, x.Number }).IsUnique();
        });
        BsreMapping.Apply(builder);
    }
}
