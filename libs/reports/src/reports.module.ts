import { Module } from '@nestjs/common';
import { ReportController } from './report.controller.js';

/** Reports are only read: there is no verb that another room could want. */
@Module({ controllers: [ReportController] })
export class ReportsHttpModule {}
