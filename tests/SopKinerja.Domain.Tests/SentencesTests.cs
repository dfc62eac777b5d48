namespace SopKinerja.Domain.Tests;

public sealed class SentencesTests
{
    [Theory]
    [InlineData("Rina Marlina, S.E.", "Rina Marlina, S.E.")]
    [InlineData("Sudah dibaca ", "Sudah dibaca.")]
    [InlineData("Pindah tugas;", "Pindah tugas.")]
    [InlineData("Pindah tugas ; ", "Pindah tugas.")]
    [InlineData("Pindah tugas:", "Pindah tugas.")]
    [InlineData("Pindah tugas,", "Pindah tugas.")]
    [InlineData("Pindah tugas -", "Pindah tugas.")]
    [InlineData("Benarkah?", "Benarkah?")]
    [InlineData("Pindah tugas.;", "Pindah tugas.")]
    public void A_sentence_ends_once(string text, string sentence) => Assert.Equal(sentence, Sentences.End(text));
}
