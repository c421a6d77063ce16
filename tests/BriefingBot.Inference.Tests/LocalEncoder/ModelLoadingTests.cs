using System.Diagnostics;
using System.Text.RegularExpressions;
using BriefingBot.Core.Retrieval.Encoding;
using BriefingBot.Inference.LocalEncoder;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BriefingBot.Inference.Tests.LocalEncoder;

public sealed class ModelLoadingTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("briefingbot-model-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_missing_folder_is_told_in_one_line_with_what_to_do()
    {
        string missing = Path.Combine(_folder.FullName, "nowhere");
        string message = Refusal(missing);

        Assert.Contains(missing, message, StringComparison.Ordinal);
        Assert.Contains("Node.js 20", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("model.json")]
    [InlineData("vocab.json")]
    [InlineData("group1-shard4of7")]
    public void A_missing_file_is_named(string name)
    {
        CopyModel();
        File.Delete(Path.Combine(_folder.FullName, name));

        Assert.Contains($"{name} is missing", Refusal(_folder.FullName), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("model.json")]
    [InlineData("vocab.json")]
    [InlineData("group1-shard7of7")]
    public void A_file_that_was_cut_short_is_refused(string name)
    {
        CopyModel();
        using (FileStream stream = File.OpenWrite(Path.Combine(_folder.FullName, name)))
        {
            stream.SetLength(stream.Length / 2);
        }

        Refusal(_folder.FullName);
    }

    [Fact]
    public void A_tensor_of_another_shape_is_refused()
    {
        CopyModel();
        string path = Path.Combine(_folder.FullName, "model.json");
        File.WriteAllText(path, Regex.Replace(File.ReadAllText(path), @"\[\s*8002,\s*256\s*\]", "[256, 8002]"));

        Assert.Contains("module/Embeddings_en", Refusal(_folder.FullName), StringComparison.Ordinal);
    }

    [Fact]
    public void Weights_that_were_overwritten_are_refused_though_their_length_is_right()
    {
        CopyModel();
        using (FileStream stream = File.OpenWrite(Path.Combine(_folder.FullName, "group1-shard6of7")))
        {
            stream.Write(new byte[1 << 20]);
        }

        Assert.Contains("not those that were published", Refusal(_folder.FullName), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_container_hands_out_one_encoder_under_every_name()
    {
        await using ServiceProvider provider = new ServiceCollection().AddLocalEncoder().BuildServiceProvider();
        UseLiteEncoder encoder = provider.GetRequiredService<UseLiteEncoder>();

        Assert.Same(encoder, provider.GetRequiredService<IEmbeddingGenerator<string, Embedding<float>>>());
        Assert.Equal(UseLiteEncoder.Identity, provider.GetRequiredService<EncoderIdentity>());
    }

    [Fact]
    public async Task Options_that_cannot_work_are_refused_with_what_to_do()
    {
        await using ServiceProvider provider = new ServiceCollection()
            .AddLocalEncoder(static options => (options.ModelDirectory, options.MaxDegreeOfParallelism) = (" ", 0))
            .BuildServiceProvider();
        OptionsValidationException exception = Assert.Throws<OptionsValidationException>(provider.GetRequiredService<UseLiteEncoder>);

        Assert.Equal(2, exception.Failures.Count());
    }

    [Fact]
    public void A_disposed_encoder_refuses_to_work()
    {
        UseLiteEncoder encoder = UseLiteEncoder.Load(new LocalEncoderOptions());
        encoder.Dispose();

        Assert.Throws<ObjectDisposedException>(() => encoder.TryEncode("text", new float[512]));
    }

    [Fact]
    public async Task Without_unicode_normalization_it_says_so_instead_of_giving_wrong_vectors()
    {
        string test = $"{typeof(ModelLoadingTests).FullName}.{nameof(Says_what_is_missing_when_normalization_does_not_work)}";
        string executable = Path.ChangeExtension(typeof(ModelLoadingTests).Assembly.Location, OperatingSystem.IsWindows() ? ".exe" : null);
        var start = new ProcessStartInfo(executable, ["-explicit", "only", "-method", test]) { RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1";
        using Process process = Process.Start(start)!;
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Contains("Total: 1, Errors: 0, Failed: 0, Skipped: 0", output, StringComparison.Ordinal);
        Assert.Equal(0, process.ExitCode);
    }

    // Has its place in a process without ICU only, see the test before.
    [Fact(Explicit = true)]
    public void Says_what_is_missing_when_normalization_does_not_work()
    {
        LocalEncoderException exception = Assert.Throws<LocalEncoderException>(static () => UseLiteEncoder.Load(new LocalEncoderOptions()));

        Assert.Contains("install ICU", exception.Message, StringComparison.Ordinal);
    }

    private static string Refusal(string folder)
    {
        LocalEncoderException exception = Assert.Throws<LocalEncoderException>(() => UseLiteEncoder.Load(new LocalEncoderOptions { ModelDirectory = folder }));
        Assert.DoesNotContain('\n', exception.Message);
        return exception.Message;
    }

    private void CopyModel()
    {
        foreach (string file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "models", "use-lite-en")))
        {
            File.Copy(file, Path.Combine(_folder.FullName, Path.GetFileName(file)));
        }
    }
}
