using SopKinerja.Web.Documents;
using SopKinerja.Web.Settings;

namespace SopKinerja.Web.Tests.Documents;

public sealed class SignatureRoomsTests
{
    [Fact]
    public void The_engine_of_this_build_keeps_its_word_about_rooms()
    {
        using var pdf = new PdfTools(TheEngine.Draw(SampleForms.ForSigning()));
        Assert.Equal(TheEngine.Built.LeavesRooms, pdf.Open.Contains("/FitR", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_rooms_nothing_starts_that_signs_in_the_file()
    {
        SignatureRooms.Demand(new PdfSharpEngine());
        var refused = Assert.Throws<StartRefusedException>(() => SignatureRooms.Demand(new Roomless()));
        Assert.Contains("-p:PdfEngine=QuestPDF", refused.Message, StringComparison.Ordinal);
    }

    private sealed class Roomless : IPdfEngine
    {
        public bool LeavesRooms => false;

        public byte[] Draw(FormDescription form) => [];
    }
}
