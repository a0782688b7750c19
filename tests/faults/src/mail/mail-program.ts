import 'reflect-metadata';
import { AnswerLinksModule } from '@facet/answer-links';
import { MailModule } from '@facet/mail';
import { createLogger, dataSource, PlatformModule, readConfiguration } from '@facet/platform';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

// A process that sends mail, as the product's processes with the role "jobs" do: configured by its environment, ended by a signal.
// It says "ready" when it has begun.

@Module({})
class MailProcess {}

const read = readConfiguration(process.env);
if (!read.ok) throw new Error(read.faults.join('\n'));
const { configuration } = read;
const source = await dataSource(configuration.databaseUrl ?? '', 6).initialize();
const log = createLogger(configuration.logLevel);
const root = { module: MailProcess, imports: [PlatformModule.with(configuration, source, log), AnswerLinksModule, MailModule] };
const application = await NestFactory.createApplicationContext(root, { logger: false, abortOnError: false });
process.stdout.write('ready\n');
process.once('SIGTERM', () => void application.close().then(() => process.exit(0)));
