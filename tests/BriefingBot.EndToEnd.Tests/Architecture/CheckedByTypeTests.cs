using System.Xml.Linq;
using BriefingBot.Core.Answering;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace BriefingBot.EndToEnd.Tests.Architecture;

/// <summary>
/// An unchecked sentence cannot be sent, and a checked one not be altered: the compiler refuses what an assembly outside Core would have to
/// write.
/// </summary>
public sealed class CheckedByTypeTests
{
    private static readonly IReadOnlyList<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Append(typeof(VerifiedAnswer).Assembly.Location)
            .Distinct()
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    [Fact]
    public void Reading_an_answer_compiles() =>
        Assert.Empty(
            ErrorsOf("string Read(VerifiedAnswer answer) => answer.Sentences[0].Text + answer.Citations[0].Quote + answer.Disagreements;")
        );

    [Theory]
    // Made.
    [InlineData("object Make() => new VerifiedAnswer { Sentences = [], Citations = [] };")]
    [InlineData("object Make() => new VerifiedSentence(\"It rained.\", [1], false);")]
    [InlineData("object Make(ArticleHeader of, PassageId at) => new Citation(1, of, at, 0, 1, \"x\");")]
    [InlineData("object Make() => new ChatAnswer();")]
    // Changed.
    [InlineData("object Change(VerifiedAnswer a) => a with { Sentences = [] };")]
    [InlineData("void Change(VerifiedAnswer a) => a.Citations = [];")]
    [InlineData("object Change(VerifiedSentence s) => s with { Text = \"It rained.\" };")]
    [InlineData("object Change(VerifiedSentence s) => s with { Citations = [2] };")]
    [InlineData("object Change(VerifiedSentence s) => s with { Label = \"Today\" };")]
    [InlineData("object Change(Citation c) => c with { Quote = \"x\" };")]
    [InlineData("object Change(Citation c) => c with { Start = 0 };")]
    [InlineData("void Change(Citation c) => c.End = 3;")]
    [InlineData("object Change(ChatAnswer a) => a with { Sentences = [] };")]
    [InlineData("void Change(ChatAnswer a) => a.Citations = [];")]
    // Derived from.
    [InlineData("} sealed class Other : VerifiedAnswer {")]
    [InlineData("} sealed class Other : ChatAnswer {")]
    [InlineData("} sealed record Other : Citation {")]
    public void Making_or_changing_what_was_checked_does_not_compile(string member) => Assert.NotEmpty(ErrorsOf(member));

    [Fact]
    public void Only_the_store_and_the_tests_see_into_Core() =>
        Assert.Equal(
            [],
            XDocument
                .Load(Path.Combine(ProjectFile.Repository, "src", "BriefingBot.Core", "BriefingBot.Core.csproj"))
                .Descendants("InternalsVisibleTo")
                .Select(friend => (string)friend.Attribute("Include")!)
                .Where(friend =>
                    friend is not ("BriefingBot.Storage" or "BriefingBot.Benchmarks")
                    && !friend.EndsWith(".Tests", StringComparison.Ordinal)
                )
        );

    private static IEnumerable<string> ErrorsOf(string member) =>
        CSharpCompilation
            .Create(
                "Outsider",
                [
                    CSharpSyntaxTree.ParseText(
                        $$"""
                        using BriefingBot.Core.Answering;
                        using BriefingBot.Core.Chat.Journal;
                        using BriefingBot.Core.Coverage;

                        sealed class Outsider
                        {
                            {{member}}
                        }
                        """
                    ),
                ],
                References,
                new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
            )
            .GetDiagnostics()
            .Where(found => found.Severity == DiagnosticSeverity.Error)
            .Select(found => found.ToString());
}
