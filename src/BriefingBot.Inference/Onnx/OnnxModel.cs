using System.Security.Cryptography;
using Microsoft.ML.OnnxRuntime;

namespace BriefingBot.Inference.Onnx;

/// <summary>
/// An ONNX model that reads tokens: one session, run by as many threads at once as like, each run on its caller's thread alone.
/// Thread-safe.
/// </summary>
internal sealed class OnnxModel : IDisposable
{
    private const string Tokens = "input_ids";
    private const string Mask = "attention_mask";
    private const string Types = "token_type_ids";

    private static readonly string[] _known = [Tokens, Mask, Types];

    private readonly InferenceSession _session;
    private readonly RunOptions _run = new();
    private readonly string[] _inputs;
    private readonly string[] _output;

    private OnnxModel(InferenceSession session, string[] inputs, string output)
    {
        (_session, _inputs, _output) = (session, inputs, [output]);
        Shape = [.. session.OutputMetadata[output].Dimensions];
    }

    /// <summary>The shape of the output; -1 where it depends on the text.</summary>
    public IReadOnlyList<int> Shape { get; }

    /// <summary>Opens <c>model.onnx</c> of a folder.</summary>
    /// <param name="path">The file.</param>
    /// <param name="output">The output to read; null: the first one.</param>
    /// <param name="sha256">What the file must be, in hexadecimal; null: anything.</param>
    /// <exception cref="LocalModelException">The file is missing, damaged or no such model, or this system has no runtime.</exception>
    public static OnnxModel Open(string path, string? output, string? sha256)
    {
        if (!File.Exists(path))
        {
            throw new LocalModelException(
                $"{path} is missing: name a folder that holds model.onnx, or build again when it is the one that the build makes."
            );
        }

        try
        {
            return sha256 is null || string.Equals(Sha256Of(path), sha256, StringComparison.OrdinalIgnoreCase)
                ? Of(NewSession(path), path, output)
                : throw new LocalModelException(
                    $"{path} is not the file whose SHA-256 sum its description gives: get it again, or build again when "
                        + $"it is the one that the build makes."
                );
        }
        catch (Exception exception)
            when (exception
                    is DllNotFoundException
                        or TypeInitializationException { InnerException: DllNotFoundException }
                        or EntryPointNotFoundException
            )
        {
            throw new LocalModelException(
                RuntimePlatform.Refusal
                    ?? $"ONNX Runtime's native library cannot be loaded; on Linux it needs glibc and libstdc++ (no "
                        + $"Alpine). {exception.GetBaseException().Message}",
                exception
            );
        }
        catch (Exception exception) when (exception is OnnxRuntimeException or IOException or UnauthorizedAccessException)
        {
            throw new LocalModelException(
                $"{path} cannot be used: {exception.Message.ReplaceLineEndings(" ").TrimEnd('.')}. Get the model again, "
                    + $"or build again when it is the one that the build makes.",
                exception
            );
        }
    }

    /// <summary>The SHA-256 sum of a file in hexadecimal.</summary>
    public static string Sha256Of(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }

    /// <summary>Runs the model over one text, or one pair of texts.</summary>
    /// <param name="buffers">Holds the tokens; not to be used by another thread meanwhile.</param>
    /// <param name="read">Reads the output; the span is gone afterwards.</param>
    public TResult Run<TResult>(TokenBuffers buffers, Func<ReadOnlySpan<float>, int, TResult> read)
    {
        long[] shape = [1, buffers.Count];
        var values = new OrtValue[_inputs.Length];
        try
        {
            for (int i = 0; i < values.Length; i++)
            {
                long[] source = _inputs[i] switch
                {
                    Tokens => buffers.Ids,
                    Mask => buffers.Mask,
                    _ => buffers.Types,
                };
                values[i] = OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, source.AsMemory(0, buffers.Count), shape);
            }

            using var outputs = _session.Run(_run, _inputs, values, _output);
            return read(outputs[0].GetTensorDataAsSpan<float>(), buffers.Count);
        }
        finally
        {
            foreach (var value in values)
            {
                value?.Dispose();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _run.Dispose();
        _session.Dispose();
    }

    private static InferenceSession NewSession(string path)
    {
        OrtEnv.Instance().EnvLogLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR;
        using SessionOptions options = new()
        {
            IntraOpNumThreads = 1,
            InterOpNumThreads = 1,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
        };
        options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        options.AddSessionConfigEntry("session.inter_op.allow_spinning", "0");
        return new InferenceSession(path, options);
    }

    private static OnnxModel Of(InferenceSession session, string path, string? output)
    {
        string[] inputs = [.. session.InputMetadata.Keys];
        string named = output ?? session.OutputNames[0];
        string? wrong =
            inputs.FirstOrDefault(input => !_known.Contains(input)) is { } unknown
                ? $"it needs '{unknown}', and it is given only {string.Join(", ", _known)}"
            : inputs.FirstOrDefault(input => session.InputMetadata[input].ElementType != typeof(long)) is { } typed
                ? $"its '{typed}' is not of 64-bit integers"
            : !session.OutputMetadata.TryGetValue(named, out var metadata)
                ? $"it has no output '{named}', only {string.Join(", ", session.OutputNames)}"
            : metadata.ElementType != typeof(float) ? $"its output '{named}' is not of 32-bit floats"
            : null;
        if (wrong is null)
        {
            return new OnnxModel(session, inputs, named);
        }

        session.Dispose();
        throw new LocalModelException(
            $"{path} cannot be used: {wrong}. Export the model with the usual inputs of BERT models and a float output."
        );
    }
}
