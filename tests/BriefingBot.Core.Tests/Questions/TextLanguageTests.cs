using BriefingBot.Core.Questions;
using Xunit;

namespace BriefingBot.Core.Tests.Questions;

public sealed class TextLanguageTests
{
    [Theory]
    [InlineData("Wer hat mit Blinken über den Vertrag gesprochen?", "German")]
    [InlineData("Qui est le ministre et quand est-il parti avec les autres?", "French")]
    [InlineData("¿Quién firmó el tratado con los rusos?", "Spanish")]
    [InlineData("Кто подписал договор?", "a language in Cyrillic script")]
    [InlineData("من وقع المعاهدة؟", "a language in Arabic script")]
    [InlineData("条約に署名したのは誰ですか", "Japanese")]
    [InlineData("누가 조약에 서명했습니까?", "Korean")]
    [InlineData("Who signed the treaty in Oslo and when?", "English")]
    [InlineData("Who met Le Monde's editor and Los Angeles' mayor?", "English")]
    [InlineData("Cho Tae-yul Blinken treaty", null)]
    [InlineData("What did the Der Spiegel reporter say about Die Zeit?", "English")]
    [InlineData("", null)]
    public void A_language_is_told_by_its_script_and_small_words(string text, string? language) =>
        Assert.Equal(language, TextLanguage.Of(text));
}
