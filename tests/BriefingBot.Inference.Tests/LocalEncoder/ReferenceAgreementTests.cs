using BriefingBot.Inference.LocalEncoder;
using BriefingBot.Inference.LocalEncoder.Kernels;
using BriefingBot.Inference.LocalEncoder.Tokenization;

namespace BriefingBot.Inference.Tests.LocalEncoder;

public sealed class ReferenceAgreementTests
{
    // Reference vectors are rounded to 7 decimals.
    private const float Tolerance = 1e-5f;

    [Fact]
    public void Cuts_the_texts_of_the_fixture_into_the_very_tokens_of_the_reference() => CheckTokens(ReferenceCase.Fixture);

    [Theory]
    [InlineData((int)SimdWidth.Vector128)]
    [InlineData((int)SimdWidth.Vector256)]
    [InlineData((int)SimdWidth.Vector512)]
    public void Agrees_with_the_reference_on_the_fixture_whatever_the_kernel(int width) =>
        CheckVectors(LoadedEncoder.With((SimdWidth)width), ReferenceCase.Fixture);

    [Fact]
    public void Agrees_with_every_reference_vector_and_token_there_is()
    {
        IReadOnlyList<ReferenceCase> cases = ReferenceCase.Read(SharedData.Require("eval/use-lite-reference.json"));
        CheckTokens(cases);
        CheckVectors(LoadedEncoder.Best, cases);
    }

    private static void CheckTokens(IReadOnlyList<ReferenceCase> cases)
    {
        UnigramTokenizer tokenizer = LoadedTokenizer.Instance;
        Assert.NotEmpty(cases);
        Assert.All(cases, expected =>
        {
            var ids = new ushort[expected.Tokens.Length];
            Assert.Equal(expected.Tokens.Length, tokenizer.Encode(expected.Text, ids, new TokenizerScratch()));
            Assert.Equal(expected.Tokens, ids.Select(static id => (int)id));
        });
    }

    private static void CheckVectors(UseLiteEncoder encoder, IReadOnlyList<ReferenceCase> cases)
    {
        Assert.NotEmpty(cases);
        Assert.All(cases, expected => Assert.InRange(LoadedEncoder.Distance(encoder.Encode(expected.Text), expected.Vector), 0, Tolerance));
    }
}
