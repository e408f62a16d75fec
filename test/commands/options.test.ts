import { join } from 'node:path';
import { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { demoCommand } from '../../server/commands/demo.ts';
import { serveCommand } from '../../server/commands/serve.ts';
import { tokenCommand } from '../../server/commands/token.ts';
import { withServerOptions } from '../../server/config.ts';
import { openTokens } from '../../server/journal/tokens.ts';
import { run, Splitcast, tempFolder } from './splitcast.ts';

function family(command: Command): Command[] {
  return [command, ...command.commands.flatMap(family)];
}

function parse(...args: string[]) {
  const command = withServerOptions(new Command())
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });
  return command.parse(args, { from: 'user' }).opts();
}

describe('options', () => {
  test('[R6] every option of every command has its twin', () => {
    const options = [serveCommand(), demoCommand(), tokenCommand()]
      .flatMap(family)
      .flatMap((command) => command.options);
    expect(options.length).toBeGreaterThan(8);
    for (const option of options) {
      expect(option.envVar, option.flags).toBe(`SPLITCAST_${option.name().toUpperCase().replaceAll('-', '_')}`);
    }
  });

  test('[R6] the environment is used, and the command line wins', async () => {
    const journal = join(tempFolder(), 'env.db');
    const env = {
      SPLITCAST_HOST: '127.0.0.1',
      SPLITCAST_PORT: '1',
      SPLITCAST_JOURNAL: journal,
      SPLITCAST_LOG_LEVEL: 'warn',
    };
    const server = new Splitcast(['serve', '--port', '0'], env);
    const url = new URL(await server.url());
    expect(url.hostname).toBe('127.0.0.1');
    expect(url.port).not.toBe('1');
    expect(server.out).toContain(journal);
  });

  test('[R6] SPLITCAST_PRINT_TOKEN=0 prints none', async () => {
    const journal = join(tempFolder(), 'meet.db');
    const tokens = openTokens(journal);
    tokens.add('decoder', 'source');
    tokens.close();
    const args = ['serve', '--host', '127.0.0.1', '--port', '0', '--log-level', 'warn', '--journal', journal];
    const no = new Splitcast(args, { SPLITCAST_PRINT_TOKEN: '0' });
    await no.url();
    no.process.kill('SIGTERM');
    expect((await no.ended).out).not.toContain('token');
    const yes = new Splitcast(args, { SPLITCAST_PRINT_TOKEN: '1' });
    expect(await yes.token()).toMatch(/^sc_/);
  });

  test('[R6] without any option it is port 8080, all interfaces, ./splitcast.db', () => {
    expect(parse()).toEqual({ port: 8080, journal: './splitcast.db', logLevel: 'info' });
  });

  test('[R7] ports are 0 to 65535', () => {
    expect(parse('--port', '0')).toMatchObject({ port: 0 });
    expect(parse('--port', '65535')).toMatchObject({ port: 65_535 });
    for (const port of ['65536', '-1', '80a', '8080.5', '', ' 80', '0x50']) {
      expect(() => parse(`--port=${port}`), port).toThrow(
        /option '--port <number>' argument .* is invalid\. It must be/,
      );
    }
  });

  test.each([
    ['--host', 'http://rink', 'It must be an address or a name of this machine.'],
    ['--journal', '', 'It must name a file.'],
    ['--sponsors', '/none', 'It must be a folder that is there.'],
    ['--log-level', 'loud', 'It must be one of fatal, error, warn, info, debug, trace, silent.'],
  ])('[R7] %s "%s" is refused with a sentence', (option, value, says) => {
    expect(() => parse(`${option}=${value}`)).toThrow(says);
  });

  test('[R7] a bad value is one line and exit code 2, wherever it came from', async () => {
    const given = await run(['serve', '--port', 'abc']);
    expect(given).toMatchObject({
      code: 2,
      out: '',
      err: "error: option '--port <number>' argument 'abc' is invalid. It must be a number from 0 (any free port) to 65535.\n",
    });
    const inherited = await run(['serve'], { SPLITCAST_PORT: '70000' });
    expect(inherited.code).toBe(2);
    expect(inherited.err).toMatch(/^error: .* from env 'SPLITCAST_PORT' is invalid\. It must be at most 65535\.\n$/);
  });

  test('[R7] an unknown option or command is exit code 2 and names the nearest', async () => {
    const option = await run(['serve', '--prot', '1']);
    expect(option).toMatchObject({ code: 2, err: "error: unknown option '--prot'\n(Did you mean --port?)\n" });
    const command = await run(['serv']);
    expect(command).toMatchObject({ code: 2, err: "error: unknown command 'serv'\n(Did you mean serve?)\n" });
  });
});

describe('help', () => {
  test('[R12] splitcast --help names every command, with examples', async () => {
    const help = await run(['--help']);
    expect(help).toMatchObject({ code: 0, err: '' });
    expect(help.out).toMatch(/^ {2}serve .*run the server/m);
    expect(help.out).toMatch(/^ {2}demo .*race/m);
    expect(help.out).toMatch(/^ {2}token .*tokens/m);
    expect(help.out).toMatch(/^ {2}splitcast serve/m);
    expect(help.out).toMatch(/^ {2}splitcast token add/m);
  });

  test.each([['serve'], ['demo'], ['token']])('[R12] %s --help has an example of its own', async (command) => {
    const help = await run([command, '--help']);
    expect(help.code).toBe(0);
    expect(help.out).toMatch(new RegExp(`^ {2}splitcast ${command} \\S`, 'm'));
  });

  test('[R12] --version is that of the package', async () => {
    expect((await run(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});
